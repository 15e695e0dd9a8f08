/** Whether copied HTML is nothing but a picture: what a browser puts beside one it copies. */
export function pictureInHtml(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return body.querySelector('img') !== null && (body.textContent ?? '').trim() === '' && body.querySelector('table') === null;
}
