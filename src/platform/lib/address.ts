/** Words at the beginning of a text by which a browser would take it for an address. */
const SCHEME =
  /^[\s\u0000-\u0020]*(?:[a-z][a-z0-9+.-]*:[/\\]{2}|(?:https?|javascript|vbscript|data|blob|file|mailto|tel|about|view-source):)/i;

/** Whether a text is meant as an address rather than as the name of a paper. */
export function looksLikeAddress(text: string): boolean {
  return SCHEME.test(text);
}

/** Whether a text is the address of a page: http or https, with a host, without spaces, name or password. */
export function isWebAddress(text: string): boolean {
  const address = text.trim();
  if (!/^https?:\/\/[^/\s\\?#]/i.test(address) || /\s/.test(address) || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && hostname !== '' && username === '' && password === '';
}

/** Whether a text can be cited: the name of a paper, or an address that leads to a page, with a remark behind it where there is one to make. */
export function isCitable(text: string): boolean {
  if (!looksLikeAddress(text)) return true;
  const [address = ''] = text.trim().split(/\s/);
  return isWebAddress(address);
}
