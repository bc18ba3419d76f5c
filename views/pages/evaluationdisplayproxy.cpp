// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evaluationdisplayproxy.h"

#include "taskfield.h"

#include <items/evaluationqueuemodel.h>
#include <runview/codetext.h>
#include <runview/codetones.h>
#include <runview/evaluationwords.h>
#include <widgets/filterwords.h>

#include <QGuiApplication>

namespace Decayscope {

namespace {

constexpr qsizetype longestName = 200;

QString stateText(EvaluationState state)
{
    switch (state) {
    case EvaluationState::Waiting:
        return QString(u"○ " % EvaluationDisplayProxy::tr("waiting"));
    case EvaluationState::Running:
        return QString(u"◔ " % EvaluationDisplayProxy::tr("at work"));
    case EvaluationState::Storing:
        return QString(u"◕ " % EvaluationDisplayProxy::tr("storing"));
    case EvaluationState::Done:
        return QString(u"✓ " % EvaluationDisplayProxy::tr("done"));
    case EvaluationState::Failed:
        return QString(u"✗ " % EvaluationDisplayProxy::tr("failed"));
    case EvaluationState::Cancelled:
        return QString(u"– " % EvaluationDisplayProxy::tr("cancelled"));
    }
    return {};
}

QString taskText(const TaskSpec &task)
{
    const auto title = task.kind == TaskKind::Generation
        ? QString(levelTitle(task.level()) % u"  " % variantTitle(task))
        : variantTitle(task);
    return shownLine(title, longestName);
}

QString stepText(const EvaluationRow &row)
{
    if (row.step)
        return QString(stepTitle(*row.step) % u" · " % stepTime(row.stepMilliseconds));
    return row.milliseconds > 0 ? stepTime(row.milliseconds) : QString();
}

QString textOf(const EvaluationRow &row, int column)
{
    switch (static_cast<EvaluationQueueModel::Column>(column)) {
    case EvaluationQueueModel::Number:
        return QString::number(row.number);
    case EvaluationQueueModel::Task:
        return taskText(row.task);
    case EvaluationQueueModel::Configuration:
        return shownLine(QString(row.key.configuration.scaffold % u" · " % row.key.configuration.model % u" · run_"
                             % QString::number(row.key.trial)),
            longestName);
    case EvaluationQueueModel::State:
        return stateText(row.state);
    case EvaluationQueueModel::Step:
        return stepText(row);
    case EvaluationQueueModel::Passed:
        return row.checks > 0 ? QStringLiteral("%1 / %2").arg(row.passed).arg(row.checks) : QString();
    case EvaluationQueueModel::Memory:
        return sizeText(row.memoryBytes);
    case EvaluationQueueModel::ColumnCount:
        break;
    }
    return {};
}

QString tipOf(const EvaluationRow &row)
{
    const auto tip = row.message.isEmpty() ? row.code : QString(row.code % u'\n' % row.message);
    return tip.left(2000).toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

QVariant inkOf(const EvaluationRow &row, int column)
{
    const bool isBad = (column == EvaluationQueueModel::State && row.state == EvaluationState::Failed)
        || (column == EvaluationQueueModel::Passed && row.passed < row.checks);
    return isBad ? QVariant(codeTones(QGuiApplication::palette()).problem) : QVariant();
}

} // namespace

QVariant EvaluationDisplayProxy::data(const QModelIndex &index, int role) const
{
    const auto *model = qobject_cast<const EvaluationQueueModel *>(sourceModel());
    if (!model || !index.isValid())
        return {};
    const auto &row = model->evaluation(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return tipOf(row);
    case Qt::ForegroundRole:
        return inkOf(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
            | (index.column() == EvaluationQueueModel::Number || index.column() >= EvaluationQueueModel::Passed
                    ? Qt::AlignRight
                    : Qt::AlignLeft));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant EvaluationDisplayProxy::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
            | (section == EvaluationQueueModel::Number || section >= EvaluationQueueModel::Passed ? Qt::AlignRight
                                                                                                  : Qt::AlignLeft));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QIdentityProxyModel::headerData(section, orientation, role);
    switch (section) {
    case EvaluationQueueModel::Number:
        return tr("#");
    case EvaluationQueueModel::Task:
        return tr("Task");
    case EvaluationQueueModel::Configuration:
        return tr("Configuration");
    case EvaluationQueueModel::State:
        return tr("State");
    case EvaluationQueueModel::Step:
        return tr("Step and time");
    case EvaluationQueueModel::Passed:
        return tr("Passed");
    case EvaluationQueueModel::Memory:
        return tr("Memory");
    default:
        return {};
    }
}

} // namespace Decayscope
