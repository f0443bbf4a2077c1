import { describe, expect, test } from "vitest";
import { defaultSettings, migrateSettings } from "../src/settings";

describe("stored settings", () => {
  test("nothing stored gives the defaults", () => {
    expect(migrateSettings(null)).toEqual(defaultSettings);
    expect(migrateSettings(undefined)).toEqual(defaultSettings);
    expect(migrateSettings("garbage")).toEqual(defaultSettings);
  });

  test("a wrong entry falls back alone and leaves the others", () => {
    expect(migrateSettings({ cards: "concepts", language: "fr", hoverDelay: "fast", livePreviewNeedsMod: true })).toEqual({
      ...defaultSettings,
      cards: "concepts",
      livePreviewNeedsMod: true,
    });
  });

  test("a delay out of range is brought into it", () => {
    expect(migrateSettings({ hoverDelay: 5 }).hoverDelay).toBe(100);
    expect(migrateSettings({ hoverDelay: 1e9 }).hoverDelay).toBe(2000);
    expect(migrateSettings({ hoverDelay: Number.NaN }).hoverDelay).toBe(defaultSettings.hoverDelay);
  });

  test("a folder and a template for notes are paths; anything else falls back", () => {
    expect(migrateSettings({ noteFolder: "Concepts", noteTemplate: "T/Concept.md" })).toMatchObject({ noteFolder: "Concepts", noteTemplate: "T/Concept.md" });
    expect(migrateSettings({ noteFolder: 3, noteTemplate: ["x"] })).toMatchObject({ noteFolder: "", noteTemplate: "" });
  });

  test("what blocks show by default is kept as it was written, unless it is no text or far too long", () => {
    expect(migrateSettings({ blockDefaults: "views: [path]" }).blockDefaults).toBe("views: [path]");
    expect(migrateSettings({ blockDefaults: 7 }).blockDefaults).toBe("");
    expect(migrateSettings({ blockDefaults: "x".repeat(5000) }).blockDefaults).toBe("");
  });

  test("colours and motion are one of two", () => {
    expect(migrateSettings({ palette: "fixed", motion: "calm" })).toMatchObject({ palette: "fixed", motion: "calm" });
    expect(migrateSettings({ palette: "red", motion: true })).toMatchObject({ palette: "theme", motion: "system" });
  });

  test("keys that no version knows are dropped", () => {
    expect(migrateSettings({ unknown: 1 })).toEqual(defaultSettings);
  });
});
