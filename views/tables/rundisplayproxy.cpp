// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rundisplayproxy.h"

#include <widgets/filterwords.h>

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace Decayscope {

namespace {

struct ColumnWords
{
    const char *title;
    const char *tip;
    bool isNumber;
};

constexpr std::array<ColumnWords, runColumnCount> words{{
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Model"), nullptr, false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Scaffold"), nullptr, false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Framework"), nullptr, false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Level"),
        QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Number of constraints besides the framework"), false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Trial"), nullptr, true},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Outcome"),
        QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Success: no failed assertion and every constraint kept"),
        false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Passed"),
        QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Passed assertions of all in the report"), true},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Raw %"),
        QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Share of passed assertions"), true},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Strict %"),
        QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "The same, 0 where a constraint is violated"), true},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Arch"),
        QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Verdict on Clean Architecture"), false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "DB"),
        QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Verdict on the database"), false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "ORM"),
        QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Verdict on the object-relational mapper"), false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Ended by"), nullptr, false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Turns"),
        QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Messages or events of the trajectory"), true},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Tokens in"), nullptr, true},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Tokens out"), nullptr, true},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Constraints"), nullptr, false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Warnings"),
        QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "What was odd while this run was imported"), true},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Date"), nullptr, false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Task"), nullptr, false},
    {QT_TRANSLATE_NOOP("Decayscope::RunDisplayProxy", "Excluded because"), nullptr, false},
}};

const ColumnWords &wordsOf(int section)
{
    return words[static_cast<std::size_t>(section)];
}

QString say(const char *text)
{
    return QCoreApplication::translate("Decayscope::RunDisplayProxy", text);
}

const Run *runAt(const QAbstractItemModel *model, QModelIndex index)
{
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(model)) {
        index = proxy->mapToSource(index);
        model = proxy->sourceModel();
    }
    const auto *runs = qobject_cast<const RunTableModel *>(model);
    return runs && index.isValid() ? &runs->run(index.row()) : nullptr;
}

QString verdictText(const QVariant &value)
{
    if (!value.isValid())
        return {};
    return static_cast<Verdict>(value.toInt()) == Verdict::Compliant ? QStringLiteral("✓")
                                                                     : QStringLiteral("✗ ") + say("violated");
}

QString textOf(RunColumn column, const QVariant &value, const Run &run)
{
    const QLocale locale;
    switch (column) {
    case RunColumn::Level:
        return value.toInt() < 0 ? kindTitle(TaskKind::Other) : levelTitle(value.toInt());
    case RunColumn::Constraints: {
        QStringList titles;
        for (const auto constraint : run.task.constraints.toVector())
            titles << constraintTitle(constraint);
        return titles.join(u" · ");
    }
    case RunColumn::Outcome:
        return outcomeTitle(static_cast<RunOutcome>(value.toInt()));
    case RunColumn::Passed:
        return value.isValid() ? QStringLiteral("%1 / %2").arg(run.passed).arg(run.assertions) : QStringLiteral("–");
    case RunColumn::Raw:
    case RunColumn::Strict:
        return locale.toString(value.toDouble(), 'f', 1);
    case RunColumn::Architecture:
    case RunColumn::Database:
    case RunColumn::Orm:
        return verdictText(value);
    case RunColumn::Ending:
        return terminationTitle(static_cast<Termination>(value.toInt()));
    case RunColumn::Turns:
        return value.isValid() ? locale.toString(value.toLongLong()) : QStringLiteral("–");
    case RunColumn::TokensIn:
    case RunColumn::TokensOut:
        return value.isValid() ? QString((run.tokens->estimated ? u"≈ " : u"") % locale.toString(value.toLongLong()))
                               : QStringLiteral("–");
    case RunColumn::Model:
    case RunColumn::Scaffold:
    case RunColumn::Framework:
    case RunColumn::Trial:
    case RunColumn::Warnings:
    case RunColumn::Date:
    case RunColumn::Task:
    case RunColumn::Exclusion:
        break;
    }
    return value.toString();
}

} // namespace

QString runColumnTitle(RunColumn column)
{
    return say(wordsOf(static_cast<int>(column)).title);
}

QVariant RunDisplayProxy::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole && index.isValid())
        return QVariant::fromValue(
            Qt::AlignVCenter | (wordsOf(index.column()).isNumber ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return QIdentityProxyModel::data(index, role);
    const auto *run = runAt(this, index);
    return run
        ? QVariant(textOf(static_cast<RunColumn>(index.column()), QIdentityProxyModel::data(index, SortRole), *run))
        : QVariant();
}

QVariant RunDisplayProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section >= 0 && section < runColumnCount) {
        if (role == Qt::DisplayRole)
            return say(wordsOf(section).title);
        if (role == Qt::ToolTipRole && wordsOf(section).tip)
            return say(wordsOf(section).tip);
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::AlignVCenter | (wordsOf(section).isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    return QIdentityProxyModel::headerData(section, orientation, role);
}

} // namespace Decayscope
