// A name with a hash in it: the file may be kept for ever.
export const value = 1;
