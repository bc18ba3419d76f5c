// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codebook.h"

#include <QSet>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr qsizetype longestName = 200;

using Kind = CodebookChange::Kind;

std::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorKind::InvalidInput, sentence);
}

Code *findIn(Codebook &book, QStringView id)
{
    const auto found = std::ranges::find(book.codes, id, &Code::id);
    return found == book.codes.end() ? nullptr : &*found;
}

/// The code to work on: known and in use.
Result<const Code *> usable(const Codebook &book, const QString &id)
{
    const auto *code = book.find(id);
    if (!code)
        return refused(u"The codebook has no code \"" % id % u"\".");
    if (code->deprecated)
        return refused(u"\"" % code->title % u"\" is no longer used and cannot be changed.");
    return code;
}

Result<> checkName(const Codebook &book, const QString &name, const QString &parent, const QString &besides)
{
    if (name.trimmed().isEmpty())
        return refused(QStringLiteral("A code needs a name."));
    const auto isOdd = [](QChar c) { return c.category() == QChar::Other_Control || c.isSurrogate(); };
    if (name.size() > longestName || name != name.trimmed() || std::ranges::any_of(name, isOdd))
        return refused(u"The name of a code is one line of at most " % QString::number(longestName)
            % u" characters without blanks at its ends.");
    const auto *other = book.findByName(name, parent);
    if (other && !other->deprecated && other->id != besides)
        return refused(u"There is a code \"" % name % u"\" already. Choose another name.");
    return {};
}

Result<> checkParent(const Codebook &book, const QString &parent)
{
    if (parent.isEmpty())
        return {};
    return usable(book, parent).and_then([](const Code *code) -> Result<> {
        if (!code->parent.isEmpty())
            return refused(u"\"" % code->title % u"\" is of level 2 and cannot have kinds of its own.");
        return {};
    });
}

/// An id is never used twice: that of a deprecated code stays its own.
QString freeId(const Codebook &book, const QString &name)
{
    auto id = name;
    for (int number = 2; book.find(id); ++number)
        id = name % u'-' % QString::number(number);
    return id;
}

/// Puts a new code behind the last of its siblings.
Result<QString> added(Codebook &book, Code code)
{
    if (auto fit = checkParent(book, code.parent).and_then([&] { return checkName(book, code.name, code.parent, {}); });
        !fit)
        return std::unexpected(std::move(fit.error()));
    if (!code.id.isEmpty() && book.find(code.id))
        return refused(u"The id \"" % code.id % u"\" was used before. Leave it empty to have one made.");
    if (code.id.isEmpty())
        code.id = freeId(book, code.name);
    if (code.title.trimmed().isEmpty())
        code.title = code.name;
    if (code.requiredEvidence < 0 || code.requiredEvidence > 100)
        return refused(QStringLiteral("A code asks for 0 to 100 places as evidence."));
    code.deprecated = false;
    code.successors.clear();
    auto id = code.id;
    const auto last = std::ranges::find_last(book.codes, code.parent, &Code::parent);
    book.codes.insert(last.empty() ? book.codes.end() : std::next(last.begin()), std::move(code));
    return id;
}

Codebook next(
    Codebook book, Kind kind, const QStringList &codes, const QStringList &successors, const CodebookAuthor &author)
{
    ++book.version;
    book.changes.push_back({.version = book.version,
        .kind = kind,
        .codes = codes,
        .successors = successors,
        .time = author.time,
        .author = author.name,
        .reason = author.reason});
    return book;
}

/// Takes a code out of use; labels that carry it stay.
void retire(Codebook &book, const QString &id, const QStringList &successors)
{
    auto *code = findIn(book, id);
    code->deprecated = true;
    code->successors = successors;
}

/// All usable, different, and of one parent, which is given back.
Result<QString> commonParent(const Codebook &book, const QStringList &ids)
{
    if (QSet(ids.begin(), ids.end()).size() != ids.size() || ids.size() < 2)
        return refused(QStringLiteral("Merging takes two or more different codes."));
    QString parent;
    for (const auto &id : ids) {
        const auto code = usable(book, id);
        if (!code)
            return std::unexpected(code.error());
        if (id != ids.front() && (*code)->parent != parent)
            return refused(QStringLiteral("Only codes of one level and one parent can be merged."));
        parent = (*code)->parent;
    }
    return parent;
}

/// Kinds of level 2 follow the code of level 1 they belonged to.
Result<> moveChildren(Codebook &book, const QStringList &from, const QString &to)
{
    QSet<QString> names;
    for (auto &code : book.codes) {
        if (!from.contains(code.parent))
            continue;
        if (!code.deprecated && names.contains(code.name))
            return refused(u"Both have a kind \"" % code.name % u"\". Merge or rename one of them first.");
        if (!code.deprecated)
            names.insert(code.name);
        code.parent = to;
    }
    return {};
}

} // namespace

Result<Codebook> withCode(const Codebook &book, Code code, const CodebookAuthor &author)
{
    auto changed = book;
    return added(changed, std::move(code)).transform([&](const QString &id) {
        return next(std::move(changed), Kind::Added, {id}, {}, author);
    });
}

Result<Codebook> withEdited(const Codebook &book, const Code &code, const CodebookAuthor &author)
{
    const auto old = usable(book, code.id);
    if (!old)
        return std::unexpected(old.error());
    if (code.name != (*old)->name || code.parent != (*old)->parent || code.deprecated
        || code.successors != (*old)->successors)
        return refused(u"Editing \"" % (*old)->title % u"\" changes its texts and rules only, not its name or place.");
    if (code.title.trimmed().isEmpty())
        return refused(QStringLiteral("A code needs a title."));
    if (code.requiredEvidence < 0 || code.requiredEvidence > 100)
        return refused(QStringLiteral("A code asks for 0 to 100 places as evidence."));
    if (code == **old)
        return refused(u"Nothing of \"" % (*old)->title % u"\" was changed.");
    auto changed = book;
    *findIn(changed, code.id) = code;
    return next(std::move(changed), Kind::Edited, {code.id}, {}, author);
}

Result<Codebook> withRenamed(
    const Codebook &book, const QString &id, const QString &name, const QString &title, const CodebookAuthor &author)
{
    const auto old = usable(book, id);
    if (!old)
        return std::unexpected(old.error());
    if (auto fit = checkName(book, name, (*old)->parent, id); !fit)
        return std::unexpected(std::move(fit.error()));
    auto changed = book;
    auto *code = findIn(changed, id);
    code->name = name;
    code->title = title.trimmed().isEmpty() ? name : title;
    if (*code == **old)
        return refused(u"\"" % (*old)->title % u"\" has that name already.");
    return next(std::move(changed), Kind::Renamed, {id}, {}, author);
}

Result<Codebook> withMerged(const Codebook &book, const QStringList &ids, Code into, const CodebookAuthor &author)
{
    const auto parent = commonParent(book, ids);
    if (!parent)
        return std::unexpected(parent.error());
    auto changed = book;
    for (const auto &id : ids)
        retire(changed, id, {});
    into.parent = *parent;
    const auto made = added(changed, std::move(into));
    if (!made)
        return std::unexpected(made.error());
    for (const auto &id : ids)
        retire(changed, id, {*made});
    if (auto moved = moveChildren(changed, ids, *made); !moved)
        return std::unexpected(std::move(moved.error()));
    return next(std::move(changed), Kind::Merged, ids, {*made}, author);
}

Result<Codebook> withSplit(
    const Codebook &book, const QString &id, std::vector<Code> into, const CodebookAuthor &author)
{
    const auto old = usable(book, id);
    if (!old)
        return std::unexpected(old.error());
    if (into.size() < 2)
        return refused(u"Splitting \"" % (*old)->title % u"\" takes two or more new codes.");
    if (book.hasChildren(id))
        return refused(u"\"" % (*old)->title % u"\" has kinds of its own. Deprecate them first.");
    auto changed = book;
    retire(changed, id, {});
    QStringList made;
    for (auto &code : into) {
        code.parent = (*old)->parent;
        auto done = added(changed, std::move(code));
        if (!done)
            return std::unexpected(std::move(done.error()));
        made.append(*done);
    }
    retire(changed, id, made);
    return next(std::move(changed), Kind::Split, {id}, made, author);
}

Result<Codebook> withDeprecated(const Codebook &book, const QString &id, const CodebookAuthor &author)
{
    const auto old = usable(book, id);
    if (!old)
        return std::unexpected(old.error());
    if ((*old)->parent.isEmpty() && book.offered().size() == 1)
        return refused(u"\"" % (*old)->title % u"\" is the last category. A codebook needs one.");
    auto changed = book;
    retire(changed, id, {});
    return next(std::move(changed), Kind::Deprecated, {id}, {}, author);
}

Result<Codebook> withMoved(const Codebook &book, const QString &id, int by, const CodebookAuthor &author)
{
    const auto code = usable(book, id);
    if (!code)
        return std::unexpected(code.error());
    const auto siblings = book.offered((*code)->parent);
    const auto from = std::ranges::find(siblings, *code) - siblings.begin();
    const auto to = std::clamp<qint64>(from + by, 0, std::ssize(siblings) - 1);
    if (to == from)
        return refused(u"\"" % (*code)->title % u"\" is there already.");
    auto changed = book;
    const auto at = [&](qint64 sibling) {
        return changed.codes.begin() + (siblings[static_cast<std::size_t>(sibling)] - book.codes.data());
    };
    if (to > from)
        std::rotate(at(from), at(from) + 1, at(to) + 1);
    else
        std::rotate(at(to), at(from), at(from) + 1);
    return next(std::move(changed), Kind::Moved, {id}, {}, author);
}

} // namespace Decayscope
