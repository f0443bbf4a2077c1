/** Read at run time by the plugin, so that one page can become a phone and back. */
export const Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: true,
  isSafari: false,
  resourcePathPrefix: "app://sandbox/",
};

/** Obsidian marks the body; style sheets and plugins look at the same classes. */
export function setPhone(on: boolean): void {
  Platform.isDesktop = Platform.isDesktopApp = !on;
  Platform.isMobile = Platform.isMobileApp = Platform.isPhone = Platform.isAndroidApp = on;
  Platform.isLinux = !on;
  for (const name of ["is-mobile", "is-phone", "is-android"]) document.body.classList.toggle(name, on);
}
