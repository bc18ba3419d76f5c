export const profileOf = (username) => ({ username, bio: '', following: false });
