export class ArticleController {
  #service;

  constructor(service) {
    this.#service = service;
  }

  async listArticles(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async feedArticles(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async getArticle(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async createArticle(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async updateArticle(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async deleteArticle(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async addComment(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async listComments(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async deleteComment(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async favoriteArticle(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async unfavoriteArticle(req, res) {
    if (req.x) { return res.json({}); }
    res.json({});
  }

  async listTags(req, res) {
    res.json({});
  }
}
