const Koa = require('koa');
const tags = require('./routes/tags');

new Koa().use(tags.routes()).listen(3000);
