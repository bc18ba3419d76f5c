// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codebook.h"
#include "jsonfields.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBytes = 16'777'216;
constexpr std::size_t mostCodes = 2000;
constexpr int mostVersions = 1'000'000;

using Kind = CodebookChange::Kind;
constexpr std::array kindNames{std::pair{Kind::Made, "made"_L1}, std::pair{Kind::Edited, "edited"_L1},
    std::pair{Kind::Added, "added"_L1}, std::pair{Kind::Renamed, "renamed"_L1}, std::pair{Kind::Merged, "merged"_L1},
    std::pair{Kind::Split, "split"_L1}, std::pair{Kind::Deprecated, "deprecated"_L1},
    std::pair{Kind::Moved, "moved"_L1}};

QJsonObject codeJson(const Code &code)
{
    return {{u"counterExamples"_s, QJsonArray::fromStringList(code.counterExamples)},
        {u"definition"_s, code.definition}, {u"deprecated"_s, code.deprecated},
        {u"examples"_s, QJsonArray::fromStringList(code.examples)}, {u"hint"_s, code.hint}, {u"id"_s, code.id},
        {u"name"_s, code.name}, {u"parent"_s, code.parent}, {u"requiredEvidence"_s, code.requiredEvidence},
        {u"requiresMemo"_s, code.requiresMemo}, {u"successors"_s, QJsonArray::fromStringList(code.successors)},
        {u"title"_s, code.title}};
}

Code codeFrom(JsonFields fields)
{
    return {.id = fields.someText("id"_L1),
        .parent = fields.text("parent"_L1),
        .name = fields.someText("name"_L1),
        .title = fields.text("title"_L1),
        .definition = fields.text("definition"_L1),
        .examples = fields.texts("examples"_L1),
        .counterExamples = fields.texts("counterExamples"_L1),
        .hint = fields.text("hint"_L1),
        .requiredEvidence = fields.number("requiredEvidence"_L1, 0, 100),
        .requiresMemo = fields.flag("requiresMemo"_L1),
        .deprecated = fields.flag("deprecated"_L1),
        .successors = fields.texts("successors"_L1)};
}

QJsonObject changeJson(const CodebookChange &change)
{
    const auto *kind = std::ranges::find(kindNames, change.kind, &decltype(kindNames)::value_type::first);
    return {{u"author"_s, change.author}, {u"codes"_s, QJsonArray::fromStringList(change.codes)},
        {u"kind"_s, kind == kindNames.end() ? QString() : QString(kind->second)}, {u"reason"_s, change.reason},
        {u"successors"_s, QJsonArray::fromStringList(change.successors)}, {u"time"_s, change.time},
        {u"version"_s, change.version}};
}

CodebookChange changeFrom(JsonFields fields)
{
    const auto name = fields.text("kind"_L1);
    const auto *kind = std::ranges::find(kindNames, name, &decltype(kindNames)::value_type::second);
    if (kind == kindNames.end())
        fields.refuse("kind"_L1, u"is no kind of change");
    return {.version = fields.number("version"_L1, 1),
        .kind = kind == kindNames.end() ? Kind::Edited : kind->first,
        .codes = fields.texts("codes"_L1),
        .successors = fields.texts("successors"_L1),
        .time = fields.text("time"_L1),
        .author = fields.text("author"_L1),
        .reason = fields.text("reason"_L1)};
}

/// What the codes of a book have to keep among each other.
QString problemOfCodes(const Codebook &book)
{
    if (book.codes.size() > mostCodes)
        return u"it has more than " % QString::number(mostCodes) % u" codes";
    QHash<QString, const Code *> byId;
    for (const auto &code : book.codes) {
        if (byId.contains(code.id))
            return u"it has two codes with the id \"" % code.id % u"\"";
        byId.insert(code.id, &code);
    }
    QSet<std::pair<QString, QString>> names;
    for (const auto &code : book.codes) {
        const auto *parent = byId.value(code.parent);
        if (!code.parent.isEmpty() && (!parent || !parent->parent.isEmpty()))
            return u"the parent \"" % code.parent % u"\" of \"" % code.id % u"\" is not a code of level 1";
        if (!code.deprecated && names.contains({code.parent, code.name}))
            return u"the name \"" % code.name % u"\" is used twice";
        if (!code.deprecated)
            names.insert({code.parent, code.name});
        for (const auto &successor : code.successors) {
            if (!byId.contains(successor))
                return u"\"" % code.id % u"\" became \"" % successor % u"\", which is not there";
        }
    }
    return {};
}

} // namespace

QByteArray codebookJson(const Codebook &book)
{
    QJsonArray codes;
    for (const auto &code : book.codes)
        codes.append(codeJson(code));
    QJsonArray changes;
    for (const auto &change : book.changes)
        changes.append(changeJson(change));
    const QJsonObject object{{u"changes"_s, changes}, {u"codes"_s, codes}, {u"id"_s, book.id}, {u"title"_s, book.title},
        {u"version"_s, book.version}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<Codebook> codebookFromJson(const QByteArray &json)
{
    auto fields = JsonFields::parsed(json, u"the codebook"_s, mostBytes);
    if (!fields)
        return std::unexpected(std::move(fields.error()));
    Codebook book{.id = fields->someText("id"_L1),
        .title = fields->text("title"_L1),
        .version = fields->number("version"_L1, 1, mostVersions, 1),
        .codes = {},
        .changes = {}};
    for (const auto &code : fields->objects("codes"_L1))
        book.codes.push_back(codeFrom(code));
    for (const auto &change : fields->objects("changes"_L1))
        book.changes.push_back(changeFrom(change));
    if (!fields->isSound())
        return fields->error();
    if (const auto problem = problemOfCodes(book); !problem.isEmpty())
        return failure(ErrorKind::InvalidInput, u"The codebook \"" % book.id % u"\" cannot be used: " % problem % u'.');
    return book;
}

} // namespace Decayscope
