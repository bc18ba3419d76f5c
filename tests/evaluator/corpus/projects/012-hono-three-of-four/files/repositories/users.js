const users = [{ username: 'jake', bio: 'I work at statefarm' }];

export const userByName = (username) => users.find((user) => user.username === username);
