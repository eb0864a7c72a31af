/** A stand-in for AdSense's script: fills an element for each push, as its queue does. */
export const toAdScript = (fill: string): string => `
const filled = new Set();
const push = () => {
  const ins = [...document.querySelectorAll("ins.adsbygoogle")].find((one) => !filled.has(one));
  filled.add(ins);
  (${fill})(ins);
};
const { length, requestNonPersonalizedAds } = window.adsbygoogle ?? [];
window.adsbygoogle = { push, requestNonPersonalizedAds };
for (let index = 0; index < length; index++) push();`;
