import { createRandom, normal } from "../math/random";

export type Weather = "sunny" | "cloudy" | "rain";

/** One made-up day. */
export interface Day {
  /** 2025-01-01. */
  readonly date: string;
  /** Hours. */
  readonly sleep: number;
  /** Cups. */
  readonly coffee: number;
  readonly steps: number;
  /** Hours; absent on days on which nobody looked. */
  readonly screen: number | undefined;
  readonly weather: Weather;
  /** From 1 to 10. */
  readonly mood: number;
}

/**
 * What the mood was drawn from: a constant, hours of sleep and of screen (from their means), a sunny day, and what nobody knows.
 * Coffee and steps have no part in it, but go with what has: little sleep brings coffee, a sunny day brings steps.
 */
export const moodTruth = { constant: 6, sleep: 0.6, screen: -0.35, sunny: 0.5, noise: 0.7 };

const firstDay = Date.UTC(2025, 0, 1);
const weathers: readonly Weather[] = ["sunny", "cloudy", "rain"];
const shareWithoutScreen = 0.03;

/** A year of days, the same for the same seed. */
export function drawDiary(seed = 1, days = 365): Day[] {
  const random = createRandom(seed);
  const rounded = (value: number, digits: number) => Number(value.toFixed(digits));
  const between = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
  return Array.from({ length: days }, (_, i) => {
    const weather = weathers[Math.floor(3 * random())] ?? "rain";
    const sunny = weather === "sunny" ? 1 : 0;
    const sleep = rounded(between(7.2 + normal(random), 4, 10), 1);
    const coffee = Math.round(between(2 - 0.6 * (sleep - 7.2) + 0.9 * normal(random), 0, 6));
    const steps = Math.round(between(7000 + 2500 * sunny + 2200 * normal(random), 500, 20000));
    const screen = rounded(between(3 + 1.2 * normal(random), 0, 8), 1);
    const { constant, noise, ...part } = moodTruth;
    const mood = constant + part.sleep * (sleep - 7.2) + part.screen * (screen - 3) + part.sunny * sunny + noise * normal(random);
    return {
      date: new Date(firstDay + i * 86_400_000).toISOString().slice(0, 10),
      sleep,
      coffee,
      steps,
      screen: random() < shareWithoutScreen ? undefined : screen,
      weather,
      mood: rounded(between(mood, 1, 10), 1),
    };
  });
}
