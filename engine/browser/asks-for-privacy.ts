/** Whether the reader's browser says that the reader does not want to be tracked. */
export const asksForPrivacy: boolean =
  (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl ===
    true || navigator.doNotTrack === "1";
