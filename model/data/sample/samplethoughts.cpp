// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplethoughts.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

struct FileThought
{
    const char *part; ///< Of the path.
    std::array<const char *, 2> thoughts;
};

constexpr std::array fileThoughts{
    FileThought{"requirements.txt",
        {"The dependencies first, so that they can install while I write.",
            "I start with the requirements. Nothing beyond what the task names."}},
    FileThought{"package.json",
        {"A small `package.json`; `npm start` has to bring the server up.",
            "First the manifest. I keep the dependencies to what the task names."}},
    FileThought{"entities",
        {"Now the shapes that go over the wire. The contract is strict about names such as "
         "`createdAt`, so they belong in one place.",
            "Next the pure part: public forms of users, articles and comments, slugs, tokens."}},
    FileThought{"gateway",
        {"Storage behind four functions: `rows`, `add`, `change`, `remove`. Everything above stays "
         "free of SQL.",
            "I want one narrow door to the data, so that the rest does not care what is behind it."}},
    FileThought{"urls",
        {"Django looks up paths first and asks for the method afterwards, so one view a path.",
            "Now the URL table that names every view."}},
    FileThought{"index",
        {"One table that names every path with its handler.",
            "All nineteen routes in one router; it can be read like the contract."}},
    FileThought{"main.py",
        {"Finally the entry point: mount everything below `/api`, listen on all interfaces.",
            "Last the application itself, with problems turned into the contract's error body."}},
    FileThought{"server.js",
        {"Finally the entry point: mount everything below `/api`, listen on all interfaces.",
            "Last the application itself, with problems turned into the contract's error body."}},
    FileThought{"users",
        {"Users: registration, login, the current user.",
            "The user part. Requests without a valid token must get a 401."}},
    FileThought{"profiles",
        {"Profiles and following. `following` is false for anonymous viewers.",
            "Profiles next; following twice must not fail."}},
    FileThought{"articles",
        {"Articles are the largest part: lists with filters, feed, slugs, favourites.",
            "Now articles. `articlesCount` counts all matches, not only the page."}},
    FileThought{"comments",
        {"Comments are small once articles work.", "Comments below an article; deleting needs the author."}},
    FileThought{"tags", {"Tags are only a list of distinct names.", "The shortest one: tags."}},
};

constexpr std::array<const char *, 3> openings{
    "The contract has **nineteen endpoints** below `/api`, and a test suite will call them over HTTP. ",
    "Before writing anything I settle the structure. The suite only sees HTTP, but the constraints look at the code. ",
    "This is a plain CRUD backend with tokens. I will keep it small and write it **bottom up**. ",
};

constexpr std::array<const char *, 5> again{
    "Still the same error. Perhaps the server had not come up yet; I try once more.",
    "That did not change anything. I run it again to be sure that I read the message right.",
    "The same output again. It may be a cached module, so I repeat the call.",
    "I still see the error. Let me check again whether it is stable.",
    "Once more, before I look elsewhere.",
};

QByteArray layersSentence(const SampleProject &project)
{
    if (!project.isLayered)
        return "Paths in `" + layerFolder(project, "routes") + "`, logic in `" + layerFolder(project, "services")
            + "`, data in `" + layerFolder(project, "storage") + '`';
    return "Layers: `" + layerFolder(project, "routes") + "` → `" + layerFolder(project, "services") + "` → `"
        + layerFolder(project, "storage") + "` → `" + layerFolder(project, "models")
        + "`; imports only point **downwards**";
}

QByteArray storageSentence(const SampleProject &project)
{
    if (project.usesOrm)
        return project.isPython ? "SQLAlchemy for all access to the database"
                                : "Sequelize for all access to the database";
    switch (project.backing) {
    case Backing::Memory:
        return "Rows in memory are enough for the suite";
    case Backing::Sqlite:
        return "One SQLite file, `conduit.db`, made at start";
    case Backing::Postgres:
        return "PostgreSQL on the host `database`; tables made at start";
    }
    return {};
}

} // namespace

QByteArray planThought(const SampleProject &project, SampleChance &chance)
{
    if (!project.feature.isEmpty())
        return "The repository runs, but everything about **" + project.feature
            + "** is gone. I will:\n\n- read how the other modules are built\n- write the service and its routes "
              "again\n"
              "- try each endpoint with `curl`";
    return QByteArray(openings.at(chance.next() % openings.size())) + "My plan:\n\n1. " + layersSentence(project)
        + ".\n2. " + storageSentence(project) + ".\n3. Routes with **" + project.framework
        + "**, mounted once under `/api`.\n4. Start it on port `8080` and try the endpoints with `curl`.\n\n"
          "First: which versions are here?";
}

QByteArray fileThought(const QString &path, SampleChance &chance)
{
    const auto *found = std::ranges::find_if(
        fileThoughts, [&path](const FileThought &row) { return path.contains(QLatin1StringView(row.part)); });
    const auto first = chance.happens(0.5);
    if (found == fileThoughts.end())
        return "Next comes `" + path.toUtf8() + "`.";
    const bool isService = path.contains(u"services") || path.contains(u"logic");
    const bool isStore = path.contains(u"repositories") || path.contains(u"storage");
    if (isStore && QByteArrayView(found->part) == "articles")
        return "Questions about articles that need more than one table get a module of their own.";
    if (isService || path.count(u'/') == 0 || !path.contains(QLatin1StringView(found->part)))
        return found->thoughts.at(first ? 0 : 1);
    const bool isModule = found >= fileThoughts.end() - 5;
    return isModule ? "The routes of **" + QByteArray(found->part) + "** only translate: request in, service, JSON out."
                    : QByteArray(found->thoughts.at(first ? 0 : 1));
}

QByteArray againThought(int round)
{
    return again.at(static_cast<std::size_t>(round) % again.size());
}

} // namespace Decayscope
