// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the codebook editor can do to codes, and what it asks before.

#include "codebookeditor.h"
#include "codeform.h"
#include "labelwords.h"
#include "surgeryrow.h"

#include <QDateTime>
#include <QPushButton>
#include <QToolButton>

namespace Decayscope {

namespace {

using Surgery = CodebookEditor::Surgery;

/// "Wrong join" → "wrong_join": as the study names codes in files.
QString nameFrom(const QString &title)
{
    QString name;
    for (const auto character : title.toLower()) {
        if (character.isLetterOrNumber())
            name += character;
        else if (!name.isEmpty() && !name.endsWith(u'_'))
            name += u'_';
    }
    while (name.endsWith(u'_'))
        name.chop(1);
    return name;
}

Code newCode(const QString &title, const QString &parent = {})
{
    Code code;
    code.parent = parent;
    code.name = nameFrom(title);
    code.title = title;
    return code;
}

std::vector<Code> newCodes(const QStringList &titles)
{
    std::vector<Code> codes;
    for (const auto &title : titles)
        codes.push_back(newCode(title));
    return codes;
}

QString titlesHint(Surgery surgery)
{
    switch (surgery) {
    case Surgery::Add:
    case Surgery::AddKind:
    case Surgery::Merge:
        return CodebookEditor::tr("Title of the new code");
    case Surgery::Split:
        return CodebookEditor::tr("Titles of the new codes, with semicolons between");
    case Surgery::Edit:
    case Surgery::Deprecate:
    case Surgery::MoveUp:
    case Surgery::MoveDown:
        return {};
    }
    return {};
}

Result<std::vector<Codebook>> alone(Result<Codebook> book)
{
    return std::move(book).transform([](Codebook made) { return std::vector{std::move(made)}; });
}

} // namespace

QString CodebookEditor::questionFor(Surgery surgery, const QStringList &ids) const
{
    QStringList titles;
    for (const auto &id : ids)
        titles << codeTitle(m_book, id);
    const auto names = oneLine(titles.join(QStringLiteral(", ")), 200);
    switch (surgery) {
    case Surgery::Edit:
        return tr("Change “%1”. Its labels stay as they are.").arg(names);
    case Surgery::Add:
        return tr("Add a category at level 1.");
    case Surgery::AddKind:
        return tr("Add a kind under “%1”. Labels at level 1 that have no kind stay as they are.").arg(names);
    case Surgery::Merge:
        return tr("Merge %1 into one new code. Labels of the old ones count under the new one.").arg(names);
    case Surgery::Split:
        return tr("Split “%1” into new codes. Only its items have to be labelled again.").arg(names);
    case Surgery::Deprecate:
        return tr("Deprecate “%1”. It is not offered any more; labels that carry it stay.").arg(names);
    case Surgery::MoveUp:
        return tr("Move “%1” up by one place. The number keys follow the order.").arg(names);
    case Surgery::MoveDown:
        return tr("Move “%1” down by one place. The number keys follow the order.").arg(names);
    }
    return {};
}

void CodebookEditor::begin(Surgery surgery)
{
    if (m_isReadOnly || m_book.id.isEmpty())
        return;
    m_surgery = surgery;
    m_row->ask(questionFor(surgery, chosen()), titlesHint(surgery));
}

void CodebookEditor::apply()
{
    if (m_isReadOnly)
        return;
    if (m_row->reason().isEmpty())
        return m_row->refuse(tr("Say why; the reason is kept with the version."));
    const auto versions = made();
    if (!versions)
        return m_row->refuse(versions.error().message);
    m_row->close();
    const auto ids = m_surgery == Surgery::Merge || m_surgery == Surgery::Split
        ? versions->back().changes.back().successors
        : chosen();
    setCodebook(versions->back());
    chooseCodes(ids);
    for (const auto &version : *versions)
        emit versionMade(version);
}

Result<std::vector<Codebook>> CodebookEditor::made() const
{
    const CodebookAuthor author{
        .name = m_author, .reason = m_row->reason(), .time = QDateTime::currentDateTimeUtc().toString(Qt::ISODate)};
    const auto ids = chosen();
    const auto first = ids.value(0);
    const auto titles = m_row->titles();
    switch (m_surgery) {
    case Surgery::Edit:
        return edited(author);
    case Surgery::Add:
        return alone(withCode(m_book, newCode(titles.value(0)), author));
    case Surgery::AddKind: {
        const auto *code = m_book.find(first);
        const auto parent = code && !code->parent.isEmpty() ? code->parent : first;
        return alone(withCode(m_book, newCode(titles.value(0), parent), author));
    }
    case Surgery::Merge:
        return alone(withMerged(m_book, ids, newCode(titles.value(0)), author));
    case Surgery::Split:
        return alone(withSplit(m_book, first, newCodes(titles), author));
    case Surgery::Deprecate:
        return alone(withDeprecated(m_book, first, author));
    case Surgery::MoveUp:
        return alone(withMoved(m_book, first, -1, author));
    case Surgery::MoveDown:
        return alone(withMoved(m_book, first, 1, author));
    }
    return std::vector<Codebook>();
}

/// A new name is a change of its own; texts and rules are another one.
Result<std::vector<Codebook>> CodebookEditor::edited(const CodebookAuthor &author) const
{
    auto code = m_form->code();
    const auto *old = m_book.find(code.id);
    std::vector<Codebook> versions;
    if (old && (code.name != old->name || code.title != old->title)) {
        auto renamed = withRenamed(m_book, code.id, code.name, code.title, author);
        if (!renamed)
            return std::unexpected(std::move(renamed.error()));
        versions.push_back(*std::move(renamed));
        code.title = versions.back().find(code.id)->title;
    }
    const auto &before = versions.empty() ? m_book : versions.back();
    const auto *now = before.find(code.id);
    if (!versions.empty() && now && *now == code)
        return versions;
    auto changed = withEdited(before, code, author);
    if (!changed)
        return std::unexpected(std::move(changed.error()));
    versions.push_back(*std::move(changed));
    return versions;
}

void CodebookEditor::refreshActions()
{
    const auto ids = chosen();
    const auto *code = ids.size() == 1 ? m_book.find(ids.front()) : nullptr;
    const bool isUsable = code && !code->deprecated;
    for (const auto &[surgery, button] : m_buttons) {
        bool fits = isUsable;
        if (surgery == Surgery::Add)
            fits = !m_book.id.isEmpty();
        else if (surgery == Surgery::Merge)
            fits = ids.size() > 1;
        button->setEnabled(fits && !m_isReadOnly);
    }
    m_save->setEnabled(isUsable && !m_isReadOnly && m_form->isChanged());
}

} // namespace Decayscope
