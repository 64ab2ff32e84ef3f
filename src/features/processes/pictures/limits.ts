const megabyte = 1024 * 1024;

/** What a picture in a process or a run may be. Wide enough for a page, small enough for a phone. */
export const pictureLimits = {
  ...{ maxBytes: 8 * megabyte, maxPixels: 40_000_000, seconds: 10 },
  ...{ maxSide: 1_600, maxOutput: 600_000, maxThumb: 150_000 },
};

/** Of an upload, bytes: the picture and what a form has around it. */
export const pictureBodyLimit = 9 * megabyte;
