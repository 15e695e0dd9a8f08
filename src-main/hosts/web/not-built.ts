import type { PageFile } from '#main/app/page-files.ts';

const PAGE = `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>拟文</title>
<p>还没有生成界面。请在项目文件夹里运行 npm run build，再刷新本页。</p>
</html>`;

/** What stands in place of the window while dist/renderer has not been built. */
export const notBuilt = (): PageFile => ({ body: Buffer.from(PAGE), type: 'text/html; charset=utf-8', lasting: false });
