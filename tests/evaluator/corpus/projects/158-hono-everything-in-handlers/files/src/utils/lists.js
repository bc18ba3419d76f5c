export const unique = (values) => [...new Set(values)];
