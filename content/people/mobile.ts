/** Whether a phone looks like a private mobile of China (Z2), however it is grouped. */
export function mobileOf(phone: string): boolean {
  return /^(?:\+?86)?1[3-9]\d{9}$/.test(phone.normalize('NFKC').replace(/[\s-]/g, ''));
}
