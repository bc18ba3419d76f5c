// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifiermatrixmodel.h"

#include <widgets/tones.h>

#include <QApplication>
#include <QLocale>

#include <numeric>
#include <utility>

namespace Decayscope {

namespace {

constexpr std::array allPairs{
    VerdictPair::BothKept, VerdictPair::OnlyReference, VerdictPair::OnlySyntax, VerdictPair::BothBroken};

struct MatrixColumn
{
    const char *title;
    const char *tip;
    std::size_t firstPair; ///< Of allPairs.
    std::size_t pairs;
};

constexpr std::array<MatrixColumn, VerifierMatrixModel::ColumnCount> matrixColumns{{
    {QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Constraint"), nullptr, 1, 2},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Both ✓"),
        QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Both find the constraint kept"), 0, 1},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Ref ✓ Syn ✗"),
        QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel",
            "Kept by the published heuristics, broken by the verifiers that read code"),
        1, 1},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Ref ✗ Syn ✓"),
        QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel",
            "Broken by the published heuristics, kept by the verifiers that read code"),
        2, 1},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Both ✗"),
        QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Both find the constraint broken"), 3, 1},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Differ"),
        QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Runs on which the two say something else"), 1, 2},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "n"),
        QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Runs with the constraint that both have judged"), 0, 4},
    {QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "κ"),
        QT_TRANSLATE_NOOP("Decayscope::VerifierMatrixModel", "Cohen's kappa of the two verifiers"), 1, 2},
}};

const MatrixColumn &columnRow(int column)
{
    return matrixColumns.at(static_cast<std::size_t>(column));
}

bool isDifference(int column)
{
    return column == VerifierMatrixModel::OnlyReference || column == VerifierMatrixModel::OnlySyntax
        || column == VerifierMatrixModel::Differing;
}

bool isCount(int column)
{
    return column != VerifierMatrixModel::ConstraintName && column != VerifierMatrixModel::Kappa;
}

} // namespace

std::span<const VerdictPair> pairsOfColumn(int column)
{
    const auto &row = columnRow(column);
    return std::span(allPairs).subspan(row.firstPair, row.pairs);
}

const std::set<RunId> &runsWith(const ModeAgreement &row, VerdictPair pair)
{
    switch (pair) {
    case VerdictPair::BothKept:
        return row.bothCompliant;
    case VerdictPair::OnlyReference:
        return row.onlyReference;
    case VerdictPair::OnlySyntax:
        return row.onlySyntax;
    case VerdictPair::BothBroken:
        break;
    }
    return row.neither;
}

void VerifierMatrixModel::setAgreement(std::vector<ModeAgreement> agreement)
{
    beginResetModel();
    m_agreement = std::move(agreement);
    endResetModel();
}

const ModeAgreement *VerifierMatrixModel::agreementOf(int row) const
{
    return row >= 0 && row < std::ssize(m_agreement) ? &m_agreement[static_cast<std::size_t>(row)] : nullptr;
}

int VerifierMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_agreement.empty() ? 0 : static_cast<int>(m_agreement.size()) + 1;
}

int VerifierMatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

std::size_t VerifierMatrixModel::countAt(int row, int column) const
{
    const auto countOf = [column](const ModeAgreement &agreement) {
        std::size_t count = 0;
        for (const auto pair : pairsOfColumn(column))
            count += runsWith(agreement, pair).size();
        return count;
    };
    if (const auto *agreement = agreementOf(row))
        return countOf(*agreement);
    return std::accumulate(m_agreement.begin(), m_agreement.end(), std::size_t{0},
        [&](std::size_t sum, const ModeAgreement &agreement) { return sum + countOf(agreement); });
}

QString VerifierMatrixModel::textAt(int row, int column) const
{
    const auto *agreement = agreementOf(row);
    if (column == ConstraintName)
        return agreement ? constraintTitle(agreement->constraint) : tr("All");
    if (column != Kappa)
        return QLocale().toString(static_cast<qulonglong>(countAt(row, column)));
    const auto kappa = agreement ? agreement->kappa() : std::nullopt;
    return kappa ? QLocale().toString(*kappa, 'f', 3) : QStringLiteral("–");
}

QVariant VerifierMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = index.column();
    const bool isNothing = isCount(column) && countAt(index.row(), column) == 0;
    if (role == Qt::DisplayRole)
        return textAt(index.row(), column);
    if (role == Qt::AccessibleTextRole)
        return QString(textAt(index.row(), ConstraintName) % u", " % headerData(column, Qt::Horizontal).toString()
            % u": " % textAt(index.row(), column));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column == ConstraintName ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ForegroundRole && isNothing)
        return mutedText(QApplication::palette());
    if (role == Qt::FontRole && isDifference(column) && !isNothing) {
        auto font = figuresFont(QApplication::font());
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant VerifierMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto &row = columnRow(section);
    if (role == Qt::DisplayRole)
        return tr(row.title);
    if (role == Qt::ToolTipRole && row.tip)
        return tr(row.tip);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == ConstraintName ? Qt::AlignLeft : Qt::AlignRight));
    return {};
}

} // namespace Decayscope
