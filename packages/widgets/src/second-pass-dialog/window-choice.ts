/** What is typed on the window's screen; days and hours as they are typed, so that nothing typed is ever lost. */
export type WindowChoice = {
  excludeRecent: boolean;
  days: string;
  hours: string;
  excludeNewer: boolean;
};

/** The best practice: 0 days 16 hours. */
export const usualWindow: WindowChoice = { excludeRecent: true, days: '0', hours: '16', excludeNewer: true };

const yearMinutes = 525_600;

/** The window in minutes; null where nobody is left out for it; undefined where what is typed is not a window. */
export function windowMinutes({ excludeRecent, days, hours }: WindowChoice): number | null | undefined {
  if (!excludeRecent) return null;
  const minutes = (whole(days) * 24 + whole(hours)) * 60;
  return minutes >= 60 && minutes <= yearMinutes ? minutes : undefined;
}

/** Arabic-Indic and Persian digits as those that can be reckoned with. */
const latin = (text: string): string =>
  text
    .replace(/[٠-٩]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, digit => String(digit.charCodeAt(0) - 0x6f0));

/** An empty field counts as zero; anything but digits as not a number. */
function whole(typed: string): number {
  const text = latin(typed.trim());
  if (text === '') return 0;
  return /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
}
