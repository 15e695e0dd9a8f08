/** A 发文字号 as lists show it: '' while its number is still a blank (××函〔××××〕×号, 照保函〔2026〕号). */
export const sayNumber = (documentNumber: string): string => (/×|〔\d{4}〕\s*号$/.test(documentNumber) ? '' : documentNumber);
