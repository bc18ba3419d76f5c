// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codebook.h"

#include <algorithm>

namespace Decayscope {

const Code *Codebook::find(QStringView code) const
{
    const auto found = std::ranges::find(codes, code, &Code::id);
    return found == codes.end() ? nullptr : &*found;
}

const Code *Codebook::findByName(QStringView name, QStringView parent) const
{
    const Code *retired = nullptr;
    for (const auto &code : codes) {
        if (code.name != name || code.parent != parent)
            continue;
        if (!code.deprecated)
            return &code;
        retired = &code;
    }
    return retired;
}

std::vector<const Code *> Codebook::offered(QStringView parent) const
{
    std::vector<const Code *> list;
    for (const auto &code : codes) {
        if (code.parent == parent && !code.deprecated)
            list.push_back(&code);
    }
    return list;
}

std::optional<QString> currentCode(const Codebook &book, const QString &id)
{
    const auto *code = book.find(id);
    // A chain of successors is at most as long as there are codes; a longer one is a ring.
    for (auto steps = book.codes.size(); code && steps > 0; --steps) {
        if (!code->deprecated || code->successors.isEmpty())
            return code->id;
        if (code->successors.size() > 1)
            return std::nullopt;
        code = book.find(code->successors.front());
    }
    return std::nullopt;
}

namespace {

QString quoted(const Code &code)
{
    return u'"' % code.title % u'"';
}

QStringList problemsOfCode(const Code &code, const Label &label)
{
    QStringList problems;
    if (code.deprecated)
        problems.append(quoted(code) % u" is no longer used. Choose another category.");
    const auto missing = code.requiredEvidence - static_cast<qint64>(label.evidence.size());
    if (missing > 0)
        problems.append(quoted(code) % u" asks for evidence: name "
            % (missing == 1 ? QStringLiteral("one place") : QString::number(missing) % u" places")
            % u" in the run that it rests on.");
    if (code.requiresMemo && label.memo.trimmed().isEmpty())
        problems.append(quoted(code) % u" asks for a memo: write down why.");
    return problems;
}

QStringList problemsOfSubcode(const Code &code, const Label &label, const Codebook &book)
{
    if (label.subcode.isEmpty()) {
        if (book.hasChildren(code.id))
            return {u"Choose which kind of " % quoted(code) % u" it is."};
        return {};
    }
    const auto *sub = book.find(label.subcode);
    if (!sub || sub->parent != code.id)
        return {u"\"" % label.subcode % u"\" is not a kind of " % quoted(code) % u" in this codebook."};
    return problemsOfCode(*sub, label);
}

} // namespace

QStringList problemsOf(const Label &label, const Codebook &book)
{
    if (label.code.isEmpty())
        return {QStringLiteral("No category is chosen.")};
    const auto *code = book.find(label.code);
    if (!code || !code->parent.isEmpty())
        return {u"\"" % label.code % u"\" is not a category of this codebook."};
    auto problems = problemsOfCode(*code, label) + problemsOfSubcode(*code, label, book);
    if (label.confidence < 0 || label.confidence > 3)
        problems.append(QStringLiteral("The confidence is not one of 1, 2 and 3."));
    return problems;
}

} // namespace Decayscope
