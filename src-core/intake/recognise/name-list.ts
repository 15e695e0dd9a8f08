/** 组　长：张　三　　民政局局长 and the lines below it: a list of people, not a paragraph. */
export function isNameListLine(text: string): boolean {
  if (text.length > 60 || /[。；]/.test(text)) return false;
  return PERSON.test(text) || POST.test(text) || NAMES.test(text);
}

/** 第一条　为加强… is no name. */
const PERSON = /^(?!第[一二三四五六七八九十百]{1,5}[条章节款项编])[\u4e00-\u9fff](?:[\s\u3000]*[\u4e00-\u9fff]){1,3}[\s\u3000]{1,}[\u4e00-\u9fff（）]{3,}/;
/** 王海燕　李　勤　张德厚: names, set apart. */
const NAMES = /^(?!第)[\u4e00-\u9fff·]{1,4}(?:\u3000+[\u4e00-\u9fff·]{1,4}){2,}$/;
const POST = /^(?:第一|常务|执行|名誉)?副?[\s\u3000]*(?:组[\s\u3000]*长|主[\s\u3000]*任(?:[\s\u3000]*委[\s\u3000]*员)?|召[\s\u3000]*集[\s\u3000]*人|成[\s\u3000]*员|委[\s\u3000]*员|顾[\s\u3000]*问|秘[\s\u3000]*书[\s\u3000]*长|会[\s\u3000]*长|理[\s\u3000]*事[\s\u3000]*长|[总]?[\s\u3000]*指[\s\u3000]*挥(?:[\s\u3000]*长)?|政[\s\u3000]*委|领[\s\u3000]*队|队[\s\u3000]*长|联[\s\u3000]*络[\s\u3000]*员)[：:]/;
