'use strict';

const schemas = require('./schemas');

module.exports = async (app) => {
  const { people, profile, refusal } = app;
  const protect = { onRequest: app.signedIn };

  const account = (user) => ({
    user: { email: user.email, token: people.tokenOf(user), username: user.username, bio: user.bio, image: user.image },
  });

  function named(username) {
    const user = people.find('username', username);
    if (!user) throw refusal(404, 'nobody has that name');
    return user;
  }

  app.post('/users', { schema: schemas.registration }, async (request, reply) => {
    reply.code(201);
    return account(people.add(request.body.user));
  });

  app.post('/users/login', { schema: schemas.login }, async (request) => {
    const { email, password } = request.body.user;
    const user = people.find('email', email);
    if (!user || !people.isPassword(user, password)) throw refusal(401, 'wrong email or password');
    return account(user);
  });

  app.get('/user', protect, async (request) => account(request.user));

  app.put('/user', { ...protect, schema: schemas.userChange }, async (request) => {
    const { password, email, username, bio, image } = request.body.user;
    const { user } = request;
    people.refuseTaken({ email, username }, user);
    if (password) people.setPassword(user, password);
    user.email = email ?? user.email;
    user.username = username ?? user.username;
    if (bio !== undefined) user.bio = bio ?? '';
    if (image !== undefined) user.image = image ?? '';
    return account(user);
  });

  app.get('/profiles/:name', async (request) => ({ profile: profile(named(request.params.name), request.user) }));

  app.post('/profiles/:name/follow', protect, async (request) => {
    const user = named(request.params.name);
    request.user.follows.add(user);
    return { profile: profile(user, request.user) };
  });

  app.delete('/profiles/:name/follow', protect, async (request) => {
    const user = named(request.params.name);
    request.user.follows.delete(user);
    return { profile: profile(user, request.user) };
  });
};
