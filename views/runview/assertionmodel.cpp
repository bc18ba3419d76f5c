// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "assertionmodel.h"

#include "codetext.h"
#include "codetones.h"

#include <QGuiApplication>

#include <algorithm>
#include <iterator>

namespace Decayscope {

namespace {

constexpr quintptr noRequest = 0; ///< Children carry their request's row plus one.
constexpr qsizetype longestTitle = 400;

QString glyphOf(AssertionOutcome outcome)
{
    switch (outcome) {
    case AssertionOutcome::Passed:
        return QStringLiteral("✓");
    case AssertionOutcome::Failed:
        return QStringLiteral("✗");
    case AssertionOutcome::Skipped:
        break;
    }
    return QStringLiteral("–");
}

QString shortened(const QString &text)
{
    return shownLine(text, longestTitle);
}

/// The path of an address, which is what tells requests apart.
QString pathOf(const QString &url)
{
    const auto scheme = url.indexOf(u"://");
    if (scheme < 0)
        return url;
    const auto path = url.indexOf(u'/', scheme + 3);
    return path < 0 ? QStringLiteral("/") : url.sliced(path);
}

} // namespace

void AssertionModel::setRequests(std::vector<RequestResult> requests)
{
    beginResetModel();
    m_requests = std::move(requests);
    endResetModel();
}

void AssertionModel::append(std::vector<RequestResult> requests)
{
    if (requests.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(requests.size()) - 1);
    std::ranges::move(requests, std::back_inserter(m_requests));
    endInsertRows();
}

bool AssertionModel::isFailing(int request) const
{
    const auto &result = m_requests[static_cast<size_t>(request)];
    return result.failed > 0 || std::ranges::any_of(result.assertions, [](const AssertionResult &assertion) {
        return assertion.outcome == AssertionOutcome::Failed;
    });
}

int AssertionModel::requestOf(const QModelIndex &index)
{
    if (!index.isValid())
        return -1;
    return index.internalId() == noRequest ? index.row() : static_cast<int>(index.internalId()) - 1;
}

QModelIndex AssertionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : noRequest);
}

QModelIndex AssertionModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == noRequest)
        return {};
    return createIndex(requestOf(index), 0, noRequest);
}

int AssertionModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_requests.size());
    if (parent.internalId() != noRequest || parent.column() > 0)
        return 0;
    return static_cast<int>(m_requests[static_cast<size_t>(parent.row())].assertions.size());
}

int AssertionModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant AssertionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto request = requestOf(index);
    if (index.internalId() == noRequest)
        return requestData(request, index.column(), role);
    const auto &assertions = m_requests[static_cast<size_t>(request)].assertions;
    return assertionData(assertions[static_cast<size_t>(index.row())], index.column(), role);
}

Qt::ItemFlags AssertionModel::flags(const QModelIndex &index) const
{
    return QAbstractItemModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QVariant AssertionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("#");
    case Title:
        return tr("Request");
    case Status:
        return tr("Status");
    case Milliseconds:
        return tr("ms");
    case Passed:
        return tr("Passed");
    default:
        return {};
    }
}

QVariant AssertionModel::requestData(int request, int column, int role) const
{
    const auto &result = m_requests[static_cast<size_t>(request)];
    switch (role) {
    case Qt::DisplayRole:
        return requestText(request, column);
    case Qt::ToolTipRole:
        return QString(shortened(result.name) % u'\n' % shortened(result.method % u' ' % result.url)).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return column == Title
            ? tr("%1, %2 of %3 assertions passed").arg(requestText(request, Title)).arg(result.passed).arg(result.total)
            : requestText(request, column);
    case Qt::TextAlignmentRole:
        return column == Title ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return column == Passed && isFailing(request) ? QVariant(codeTones(QGuiApplication::palette()).problem)
                                                      : QVariant();
    case FailingRole:
        return isFailing(request);
    case SearchRole:
        return QString(result.name % u' ' % result.method % u' ' % result.url % u' ' % requestText(request, Status));
    default:
        return {};
    }
}

QVariant AssertionModel::assertionData(const AssertionResult &assertion, int column, int role) const
{
    const auto isFailed = assertion.outcome == AssertionOutcome::Failed;
    switch (role) {
    case Qt::DisplayRole:
        if (column == Number)
            return glyphOf(assertion.outcome);
        if (column != Title)
            return {};
        return assertion.message.isEmpty() ? shortened(assertion.name)
                                           : QString(shortened(assertion.name) % u" — " % shortened(assertion.message));
    case Qt::ToolTipRole:
        return QString(assertion.name.left(2000) % u'\n' % assertion.message.left(4000)).trimmed().toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return column != Title                              ? QString()
            : isFailed                                      ? tr("failed: %1 %2").arg(assertion.name, assertion.message)
            : assertion.outcome == AssertionOutcome::Passed ? tr("passed: %1").arg(assertion.name)
                                                            : tr("skipped: %1").arg(assertion.name);
    case Qt::TextAlignmentRole:
        return column == Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
        return isFailed ? QVariant(codeTones(QGuiApplication::palette()).problem) : QVariant();
    case FailingRole:
        return isFailed;
    case SearchRole:
        return QString(assertion.name % u' ' % assertion.message);
    default:
        return {};
    }
}

QString AssertionModel::requestText(int request, int column) const
{
    const auto &result = m_requests[static_cast<size_t>(request)];
    switch (column) {
    case Number:
        return QString::number(request + 1);
    case Title: {
        const auto address = QString(result.method % u' ' % pathOf(result.url)).trimmed();
        return shortened(address.isEmpty() ? result.name : QString(address % u" · " % result.name));
    }
    case Status:
        return result.code ? QString::number(*result.code) : tr("no answer");
    case Milliseconds:
        return result.milliseconds ? QString::number(*result.milliseconds) : QStringLiteral("–");
    case Passed:
        return QStringLiteral("%1 %2/%3")
            .arg(isFailing(request) ? QStringLiteral("✗") : QStringLiteral("✓"))
            .arg(result.passed)
            .arg(result.total);
    default:
        return {};
    }
}

} // namespace Decayscope
