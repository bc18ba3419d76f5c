// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sampletrials.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr QByteArrayView userJson
    = R"({"user":{"email":"john@jacob.com","username":"johnjacob","bio":null,"image":null,"token":"eyJpZCI6IDF9"}})";
constexpr QByteArrayView articleJson
    = R"({"slug":"how-to-train-your-dragon","title":"How to train your dragon","description":"Ever wonder how?","body":"Very carefully.","tagList":["dragons"],"favorited":false,"favoritesCount":0})";

constexpr std::array trials{
    SampleTrial{"register", "A user first.",
        R"SH(curl -s -X POST localhost:8080/api/users -H 'Content-Type: application/json' -d '{"user":{"username":"johnjacob","email":"john@jacob.com","password":"johnnyjacob"}}')SH",
        userJson},
    SampleTrial{"login", "Logging in should give the same user with a token.",
        R"SH(curl -s -X POST localhost:8080/api/users/login -H 'Content-Type: application/json' -d '{"user":{"email":"john@jacob.com","password":"johnnyjacob"}}')SH",
        userJson},
    SampleTrial{"create_article", "Now an article, with the token from above.",
        R"SH(curl -s -X POST localhost:8080/api/articles -H 'Authorization: Token eyJpZCI6IDF9' -H 'Content-Type: application/json' -d '{"article":{"title":"How to train your dragon","description":"Ever wonder how?","body":"Very carefully.","tagList":["dragons"]}}')SH",
        articleJson},
    SampleTrial{"list_articles", "The list, as the suite asks for it.",
        "curl -s 'localhost:8080/api/articles?tag=dragons'", R"({"articles":[],"articlesCount":0})"},
    SampleTrial{"list_comments", "Comments of an article without any must be an empty list.",
        "curl -s localhost:8080/api/articles/how-to-train-your-dragon/comments", R"({"comments":[]})"},
    SampleTrial{"get_profile", "And a profile, without a token.", "curl -s localhost:8080/api/profiles/johnjacob",
        R"({"profile":{"username":"johnjacob","bio":null,"image":null,"following":false}})"},
    SampleTrial{"list_tags", "The tags.", "curl -s localhost:8080/api/tags", R"({"tags":["dragons"]})"},
};

} // namespace

std::span<const SampleTrial> sampleTrials()
{
    return trials;
}

const SampleTrial &sampleTrial(QByteArrayView endpoint)
{
    const auto *found
        = std::ranges::find_if(trials, [endpoint](const SampleTrial &row) { return endpoint == row.endpoint; });
    return found == trials.end() ? trials.front() : *found;
}

} // namespace Decayscope
