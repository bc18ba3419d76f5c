// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samplecode.h"

#include "samplenode.h"
#include "samplepython.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr QByteArrayView modules[]{"users", "profiles", "articles", "comments", "tags"};

constexpr std::array bugs{
    SampleBug{"register", R"(username=user["username"])", R"(username=user["name"])", "KeyError: 'name'",
        "username: user.username,", "username: user.profile.username,",
        "TypeError: Cannot read properties of undefined (reading 'username')"},
    SampleBug{"login", R"(found[0]["password"] !=)", R"(found[0]["hash"] !=)", "KeyError: 'hash'", "found.password !==",
        "found.account.password !==", "TypeError: Cannot read properties of undefined (reading 'password')"},
    SampleBug{"update_user", R"(**body["user"])", R"(**body["profile"])", "KeyError: 'profile'",
        "'users', viewer.id, body.user", "'users', viewer.account.id, body.user",
        "TypeError: Cannot read properties of undefined (reading 'id')"},
    SampleBug{"get_profile", "public_profile(user, follows(viewer, user))",
        R"(public_profile(user, user["following"]))", "KeyError: 'following'",
        "publicProfile(user, await follows(viewer, user))", "publicProfile(user, user.relations.following)",
        "TypeError: Cannot read properties of undefined (reading 'following')"},
    SampleBug{"list_articles", R"(if "tag" in query:)", R"(if query["tag"]:)", "KeyError: 'tag'",
        "if (query.tag) chosen", "if (query.filter.tag) chosen",
        "TypeError: Cannot read properties of undefined (reading 'tag')"},
    SampleBug{"create_article", R"(asked.get("tagList", []))", R"(asked["tags"])", "KeyError: 'tags'",
        "asked.tagList || []", "asked.tags.names", "TypeError: Cannot read properties of undefined (reading 'names')"},
    SampleBug{"favorite_article", R"(gateway.add("favorites", article_id=article["id"])",
        R"(gateway.add("favorites", article_id=article["article_id"])", "KeyError: 'article_id'",
        "add('favorites', { article_id: article.id", "add('favorites', { article_id: article.row.id",
        "TypeError: Cannot read properties of undefined (reading 'id')"},
    SampleBug{"add_comment", R"(body["comment"]["body"])", R"(body["body"])", "KeyError: 'body'", "body.comment.body",
        "body.data.body", "TypeError: Cannot read properties of undefined (reading 'body')"},
    SampleBug{"list_tags", R"(row["name"])", R"(row["tag"])", "KeyError: 'tag'", "row.name", "row.tag.name",
        "TypeError: Cannot read properties of undefined (reading 'name')"},
};

/// The paths of a project, by what its files are for.
class Layout
{
public:
    explicit Layout(const SampleProject &project)
        : m_project(project)
    { }

    [[nodiscard]] QString path(QByteArrayView layer, QByteArrayView name) const
    {
        return QString::fromUtf8(
            layerFolder(m_project, layer) + '/' + name.toByteArray() + (m_project.isPython ? ".py" : ".js"));
    }

    [[nodiscard]] QByteArray finished(const QByteArray &text, bool isEntry = false) const
    {
        return filled(text,
            {{"author", authorText(isEntry)}, {"routes", name("routes", isEntry)}, {"logic", name("services", isEntry)},
                {"storage", name("storage", isEntry)}, {"shapes", name("models", isEntry)}});
    }

private:
    /// Python names a module from the root; Node from where the file is.
    [[nodiscard]] QByteArray name(QByteArrayView layer, bool isEntry) const
    {
        auto folder = layerFolder(m_project, layer);
        if (m_project.isPython)
            return folder.replace('/', '.');
        return isEntry ? folder : folder.sliced(folder.indexOf('/') + 1);
    }

    /// A breach of the architecture: the lower layer asks the upper one.
    [[nodiscard]] QByteArray authorText(bool isEntry) const
    {
        const auto logic = name("services", isEntry);
        if (m_project.isPython)
            return m_project.isBreached ? "from " + logic
                    + ".users import user_by_id  # at the top it would be a circle\n\n"
                      "    return user_by_id(article[\"author_id\"])"
                                        : QByteArray("return gateway.rows(\"users\", id=article[\"author_id\"])[0]");
        if (m_project.isBreached)
            return "const { userById } = require('../" + logic
                + "/users'); // at the top it would be a circle\n  return userById(article.author_id);";
        return "const [author] = await gateway.rows('users', { id: article.author_id });\n  return author;";
    }

    const SampleProject &m_project;
};

class SourceWriter
{
public:
    explicit SourceWriter(const SampleProject &project)
        : m_project(project)
        , m_layout(project)
        , m_isFeature(!project.feature.isEmpty())
    { }

    std::vector<SampleSource> write()
    {
        if (!m_isFeature)
            addFoundations();
        if (!m_isFeature || m_project.feature == "articles")
            addShared("storage", "articles", "store");
        for (const auto module : modules) {
            if (isWanted(module))
                addShared("services", module, module);
        }
        for (const auto module : modules) {
            if (isWanted(module))
                addRoutes(module);
        }
        addTable();
        if (!m_isFeature)
            add(entryPath(), m_project.isPython ? pythonEntry(m_project) : nodeEntry(m_project), true);
        return std::move(m_sources);
    }

private:
    [[nodiscard]] bool isWanted(QByteArrayView module) const { return !m_isFeature || m_project.feature == module; }
    [[nodiscard]] bool isExpress() const { return m_project.framework == "express"; }
    [[nodiscard]] QString entryPath() const
    {
        return m_project.isPython ? QStringLiteral("main.py") : QStringLiteral("server.js");
    }

    void add(const QString &path, const QByteArray &text, bool isEntry = false)
    {
        m_sources.push_back({path, m_layout.finished(text, isEntry)});
    }

    void addShared(QByteArrayView layer, QByteArrayView name, QByteArrayView role)
    {
        add(m_layout.path(layer, name), m_project.isPython ? pythonShared(role) : nodeShared(role));
    }

    void addFoundations()
    {
        if (m_project.isPython)
            add(QStringLiteral("requirements.txt"), pythonRequirements(m_project));
        else
            add(QStringLiteral("package.json"), nodePackage(m_project));
        addShared("models", "entities", "entities");
        add(m_layout.path("storage", "gateway"),
            m_project.isPython ? pythonGateway(m_project) : nodeGateway(m_project));
    }

    void addRoutes(QByteArrayView module)
    {
        const auto text = m_project.isPython ? pythonRoutes(m_project, module) : nodeRoutes(m_project, module);
        add(m_layout.path(isExpress() ? "handlers" : "routes", module), text);
    }

    /// Two frameworks tell their paths in a file of their own.
    void addTable()
    {
        if (m_project.framework == "django")
            add(m_layout.path("routes", "urls"), pythonRouteTable());
        else if (isExpress())
            add(m_layout.path("routes", "index"), nodeRouteTable(m_project));
    }

    const SampleProject &m_project;
    Layout m_layout;
    bool m_isFeature;
    std::vector<SampleSource> m_sources;
};

} // namespace

std::vector<const SampleBug *> sampleBugs(const std::vector<SampleAnswer> &answers)
{
    constexpr std::size_t most = 2;
    std::vector<const SampleBug *> found;
    for (const auto &bug : bugs) {
        const auto isIts = [&bug](const SampleAnswer &a) { return QByteArrayView(bug.endpoint) == a.request.endpoint; };
        const auto isFine = [&](const SampleAnswer &a) { return isIts(a) && a.code != 500; };
        if (found.size() < most && std::ranges::any_of(answers, isIts) && std::ranges::none_of(answers, isFine))
            found.push_back(&bug);
    }
    return found;
}

std::vector<SampleSource> sampleSources(const SampleProject &project, const std::vector<const SampleBug *> &bugs)
{
    auto sources = SourceWriter(project).write();
    const auto services = QString::fromUtf8(layerFolder(project, "services"));
    for (const auto *bug : bugs) {
        const auto *module = sampleEndpoint(bug->endpoint).module;
        for (auto &[path, text] : sources) {
            if (path.startsWith(services) && path.contains(QLatin1StringView(module)))
                text.replace(QByteArray(project.isPython ? bug->pythonGood : bug->nodeGood),
                    QByteArray(project.isPython ? bug->pythonBad : bug->nodeBad));
        }
    }
    return sources;
}

std::optional<SamplePlace> placeOf(const std::vector<SampleSource> &sources, QByteArrayView part, QByteArrayView folder)
{
    for (const auto &[path, text] : sources) {
        const auto at = path.startsWith(QLatin1StringView(folder)) ? text.indexOf(part) : -1;
        if (at < 0)
            continue;
        const auto begin = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
        return SamplePlace{.path = path,
            .line = static_cast<int>(text.first(at).count('\n')) + 1,
            .column = static_cast<int>(at - begin) + 1,
            .code = lineWith(text, part)};
    }
    return {};
}

} // namespace Decayscope
