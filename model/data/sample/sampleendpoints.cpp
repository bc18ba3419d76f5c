// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampleendpoints.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

using enum SampleAccess;

constexpr std::array endpoints{
    SampleEndpoint{"users", "POST", "/users", "register", "body", Open, 201},
    SampleEndpoint{"users", "POST", "/users/login", "login", "body", Open, 200},
    SampleEndpoint{"users", "GET", "/user", "current_user", "viewer", Required, 200},
    SampleEndpoint{"users", "PUT", "/user", "update_user", "viewer, body", Required, 200},
    SampleEndpoint{"profiles", "GET", "/profiles/:username", "get_profile", "viewer, username", Optional, 200},
    SampleEndpoint{"profiles", "POST", "/profiles/:username/follow", "follow_user", "viewer, username", Required, 200},
    SampleEndpoint{
        "profiles", "DELETE", "/profiles/:username/follow", "unfollow_user", "viewer, username", Required, 200},
    SampleEndpoint{"articles", "GET", "/articles", "list_articles", "viewer, query", Optional, 200},
    SampleEndpoint{"articles", "POST", "/articles", "create_article", "viewer, body", Required, 201},
    SampleEndpoint{"articles", "GET", "/articles/feed", "feed_articles", "viewer, query", Required, 200},
    SampleEndpoint{"articles", "GET", "/articles/:slug", "get_article", "viewer, slug", Optional, 200},
    SampleEndpoint{"articles", "PUT", "/articles/:slug", "update_article", "viewer, slug, body", Required, 200},
    SampleEndpoint{"articles", "DELETE", "/articles/:slug", "delete_article", "viewer, slug", Required, 200},
    SampleEndpoint{"articles", "POST", "/articles/:slug/favorite", "favorite_article", "viewer, slug", Required, 200},
    SampleEndpoint{
        "articles", "DELETE", "/articles/:slug/favorite", "unfavorite_article", "viewer, slug", Required, 200},
    SampleEndpoint{"comments", "GET", "/articles/:slug/comments", "list_comments", "viewer, slug", Optional, 200},
    SampleEndpoint{"comments", "POST", "/articles/:slug/comments", "add_comment", "viewer, slug, body", Required, 200},
    SampleEndpoint{"comments", "DELETE", "/articles/:slug/comments/:comment_id", "delete_comment",
        "viewer, slug, comment_id", Required, 200},
    SampleEndpoint{"tags", "GET", "/tags", "list_tags", "", Open, 200},
};

constexpr const char *article = "/articles/how-to-train-your-dragon";
constexpr const char *favorite = "/articles/how-to-train-your-dragon/favorite";
constexpr const char *comments = "/articles/how-to-train-your-dragon/comments";
constexpr const char *byAuthor = "/articles?author=johnjacob";
constexpr const char *byFan = "/articles?favorited=johnjacob";
constexpr const char *byTag = "/articles?tag=dragons";
constexpr const char *follow = "/profiles/celeb_johnjacob/follow";

constexpr std::array requests{
    SampleRequest{"POST", "/users", "register"},
    SampleRequest{"POST", "/users/login", "login"},
    SampleRequest{"POST", "/users/login", "login"},
    SampleRequest{"GET", "/user", "current_user"},
    SampleRequest{"PUT", "/user", "update_user"},
    SampleRequest{"GET", "/articles", "list_articles"},
    SampleRequest{"GET", byAuthor, "list_articles"},
    SampleRequest{"GET", byFan, "list_articles"},
    SampleRequest{"GET", byTag, "list_articles"},
    SampleRequest{"POST", "/articles", "create_article"},
    SampleRequest{"GET", "/articles/feed", "feed_articles"},
    SampleRequest{"GET", "/articles", "list_articles"},
    SampleRequest{"GET", "/articles", "list_articles"},
    SampleRequest{"GET", byAuthor, "list_articles"},
    SampleRequest{"GET", byAuthor, "list_articles"},
    SampleRequest{"GET", article, "get_article"},
    SampleRequest{"GET", byTag, "list_articles"},
    SampleRequest{"PUT", article, "update_article"},
    SampleRequest{"POST", favorite, "favorite_article"},
    SampleRequest{"GET", byFan, "list_articles"},
    SampleRequest{"GET", byFan, "list_articles"},
    SampleRequest{"DELETE", favorite, "unfavorite_article"},
    SampleRequest{"POST", comments, "add_comment"},
    SampleRequest{"GET", comments, "list_comments"},
    SampleRequest{"GET", comments, "list_comments"},
    SampleRequest{"DELETE", "/articles/how-to-train-your-dragon/comments/1", "delete_comment"},
    SampleRequest{"DELETE", article, "delete_article"},
    SampleRequest{"POST", "/users", "register"},
    SampleRequest{"GET", "/profiles/celeb_johnjacob", "get_profile"},
    SampleRequest{"POST", follow, "follow_user"},
    SampleRequest{"DELETE", follow, "unfollow_user"},
    SampleRequest{"GET", "/tags", "list_tags"},
};

} // namespace

std::span<const SampleEndpoint> sampleEndpoints()
{
    return endpoints;
}

std::span<const SampleRequest> sampleRequests()
{
    return requests;
}

const SampleEndpoint &sampleEndpoint(QByteArrayView name)
{
    const auto *found = std::ranges::find_if(endpoints, [name](const SampleEndpoint &row) { return name == row.name; });
    Q_ASSERT(found != endpoints.end());
    return *found;
}

} // namespace Decayscope
