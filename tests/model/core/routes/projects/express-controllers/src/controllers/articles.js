// Answers what the paths below it ask for.

exports.listArticles = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.feedArticles = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.getArticle = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.createArticle = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.updateArticle = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.deleteArticle = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.addComment = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.listComments = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.deleteComment = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.favoriteArticle = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};

exports.unfavoriteArticle = async (req, res) => {
  const s = `a ${req.body ? `b ${'}'}` : ''} c`;
  res.json({ s });
};
