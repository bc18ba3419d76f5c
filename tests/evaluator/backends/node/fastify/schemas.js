'use strict';

const text = { type: 'string', pattern: '\\S' };
const note = { type: ['string', 'null'] };

/** The schema of a body that holds one object under `key`. */
function body(key, properties, required) {
  const inner = { type: 'object', properties, required };
  return { body: { type: 'object', properties: { [key]: inner }, required: [key] } };
}

module.exports = {
  registration: body('user', { email: text, username: text, password: text }, ['email', 'username', 'password']),
  login: body('user', { email: text, password: text }, ['email', 'password']),
  userChange: body('user', { email: text, username: text, password: text, bio: note, image: note }, []),
  article: body(
    'article',
    { title: text, description: text, body: text, tagList: { type: 'array', items: { type: 'string' }, default: [] } },
    ['title', 'description', 'body'],
  ),
  articleChange: body('article', { title: text, description: text, body: text }, []),
  comment: body('comment', { body: text }, ['body']),
  page: {
    querystring: {
      type: 'object',
      properties: {
        tag: { type: 'string' },
        author: { type: 'string' },
        favorited: { type: 'string' },
        limit: { type: 'integer', minimum: 1, default: 20 },
        offset: { type: 'integer', minimum: 0, default: 0 },
      },
    },
  },
};
