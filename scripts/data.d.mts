export function encodeMeasurements(text: string): string;
export function encodePictures(text: string): string;
