// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract.h"
#include "yamltree.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array methods{
    "get"_L1, "put"_L1, "post"_L1, "delete"_L1, "options"_L1, "head"_L1, "patch"_L1, "trace"_L1};
constexpr std::size_t mostOperations = 1000;
constexpr std::size_t mostKeys = 500; ///< Of a path, an operation, its answers: an alias may repeat what is large.

/// "{slug}" and "{id}" are the same place to a router.
QString withoutNames(const QString &path)
{
    QString plain;
    bool inside = false;
    for (const auto c : path) {
        inside = (inside && c != u'}') || c == u'{';
        if (!inside || c == u'{')
            plain += c;
    }
    return plain;
}

bool isTemplate(const QString &path)
{
    bool inside = false;
    qsizetype opened = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const auto c = path[i];
        if (c.isSpace() || c == u'?' || c == u'#' || (c == u'{' && inside)
            || (c == u'}' && (!inside || i == opened + 1)))
            return false;
        if (c == u'{' || c == u'}') {
            inside = c == u'{';
            opened = i;
        }
    }
    return path.startsWith(u'/') && !inside;
}

/// Collects the operations of a description.
class OperationReader
{
public:
    explicit OperationReader(const YamlTree &tree)
        : m_tree(tree)
    { }

    [[nodiscard]] Result<std::vector<ApiOperation>> read()
    {
        const auto *version = m_tree.member(m_tree.root(), u"openapi");
        if (!version || !version->text.startsWith("3."_L1))
            return m_tree.fault(version ? *version : m_tree.root(),
                u"this is no OpenAPI 3 description; it should begin with \"openapi: 3.1.0\"."_s);
        const auto *paths = m_tree.member(m_tree.root(), u"paths");
        if (!paths || paths->kind != YamlNode::Kind::Map)
            return m_tree.fault(paths ? *paths : m_tree.root(), u"\"paths\" must be a map from paths to operations."_s);
        for (std::size_t i = 0; i + 1 < paths->children.size(); i += 2) {
            if (auto done = readPath(m_tree.node(paths->children[i]), m_tree.node(paths->children[i + 1])); !done)
                return std::unexpected(std::move(done.error()));
        }
        if (m_operations.empty())
            return m_tree.fault(*paths, u"there is no operation."_s);
        return std::move(m_operations);
    }

private:
    [[nodiscard]] Result<> readPath(const YamlNode &key, const YamlNode &item)
    {
        if (key.text.startsWith("x-"_L1))
            return {};
        if (!isTemplate(key.text))
            return m_tree.fault(
                key, u"\"%1\" is no path; expected is one like \"/articles/{slug}\"."_s.arg(key.text.left(80)));
        if (item.kind != YamlNode::Kind::Map)
            return m_tree.fault(item, u"the path \"%1\" must hold a map of methods."_s.arg(key.text.left(80)));
        if (isTooLarge(item))
            return tooLarge(item);
        for (std::size_t i = 0; i + 1 < item.children.size(); i += 2) {
            const auto &method = m_tree.node(item.children[i]);
            if (method.text == "$ref"_L1)
                return m_tree.fault(method, u"paths by reference are not read; write the operations here."_s);
            if (std::ranges::none_of(methods, [&method](auto name) { return method.text == name; }))
                continue;
            if (auto done = readOperation(key.text, method, m_tree.node(item.children[i + 1])); !done)
                return done;
        }
        return {};
    }

    [[nodiscard]] Result<> readOperation(const QString &path, const YamlNode &method, const YamlNode &operation)
    {
        if (operation.kind != YamlNode::Kind::Map)
            return m_tree.fault(operation, u"\"%1\" must hold an operation."_s.arg(method.text));
        const auto *responses = m_tree.member(operation, u"responses");
        if (isTooLarge(operation) || (responses && isTooLarge(*responses)))
            return tooLarge(operation);
        ApiOperation read{.id = text(operation, u"operationId"),
            .method = method.text.toUpper(),
            .path = path,
            .summary = text(operation, u"summary"),
            .group = firstTag(operation),
            .statuses = responses ? keys(*responses) : QStringList()};
        if (m_operations.size() >= mostOperations)
            return m_tree.fault(method, u"there are more than %1 operations."_s.arg(mostOperations));
        if (!read.id.isEmpty() && !isNew(u"id "_s + read.id))
            return m_tree.fault(operation, u"a second operation is called \"%1\"."_s.arg(read.id.left(80)));
        if (!isNew(read.method + u' ' + withoutNames(path)))
            return m_tree.fault(method, u"there is a second %1 %2."_s.arg(read.method, path.left(80)));
        m_operations.push_back(std::move(read));
        return {};
    }

    [[nodiscard]] QString text(const YamlNode &operation, QStringView key) const
    {
        const auto *value = m_tree.member(operation, key);
        return value ? value->text.simplified() : QString();
    }

    [[nodiscard]] QString firstTag(const YamlNode &operation) const
    {
        const auto *tags = m_tree.member(operation, u"tags");
        if (!tags || tags->kind != YamlNode::Kind::List || tags->children.empty())
            return {};
        return m_tree.node(tags->children.front()).text;
    }

    [[nodiscard]] QStringList keys(const YamlNode &map) const
    {
        QStringList names;
        for (std::size_t i = 0; map.kind == YamlNode::Kind::Map && i + 1 < map.children.size(); i += 2)
            names.append(m_tree.node(map.children[i]).text);
        return names;
    }

    [[nodiscard]] static bool isTooLarge(const YamlNode &map) { return map.children.size() > 2 * mostKeys; }

    [[nodiscard]] std::unexpected<Error> tooLarge(const YamlNode &map) const
    {
        return m_tree.fault(map, u"there are more than %1 keys."_s.arg(mostKeys));
    }

    [[nodiscard]] bool isNew(const QString &name)
    {
        const auto before = m_names.size();
        m_names.insert(name);
        return m_names.size() > before;
    }

    const YamlTree &m_tree;
    std::vector<ApiOperation> m_operations;
    QSet<QString> m_names;
};

} // namespace

Result<std::vector<ApiOperation>> readOperations(QByteArrayView openApi, const QString &origin)
{
    const auto tree = YamlTree::parsed(openApi, origin);
    if (!tree)
        return std::unexpected(tree.error());
    return OperationReader(*tree).read();
}

} // namespace Decayscope
