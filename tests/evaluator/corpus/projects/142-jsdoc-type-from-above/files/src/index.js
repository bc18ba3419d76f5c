const Koa = require('koa');
const tags = require('./controllers/tags');

new Koa().use(tags.routes()).listen(3000);
