export const registerUser = (c) =>
  c.json({})
export const loginUser = (c) =>
  c.json({})
export const currentUser = (c) =>
  c.json({})
export const updateUser = (c) =>
  c.json({})
export const getProfile = (c) =>
  c.json({})
export const followUser = (c) =>
  c.json({})
export const unfollowUser = (c) =>
  c.json({})
export const listArticles = (c) =>
  c.json({})
export const feedArticles = (c) =>
  c.json({})
export const getArticle = (c) =>
  c.json({})
export const createArticle = (c) =>
  c.json({})
export const updateArticle = (c) =>
  c.json({})
export const deleteArticle = (c) =>
  c.json({})
export const addComment = (c) =>
  c.json({})
export const listComments = (c) =>
  c.json({})
export const deleteComment = (c) =>
  c.json({})
export const favoriteArticle = (c) =>
  c.json({})
export const unfavoriteArticle = (c) =>
  c.json({})
export const listTags = (c) =>
  c.json({})
