// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "disagreementreader.h"

#include "adjudicationrow.h"
#include "labelcard.h"
#include "labelwords.h"
#include "plaintable.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

DisagreementReader::DisagreementReader(QWidget *parent)
    : QWidget(parent)
    , m_title(headingLabel({}, this))
    , m_table(new PlainTable(tr("Units"), this))
    , m_open(new QPushButton(tr("Read the run"), this))
    , m_by(new LabelCard(this))
    , m_against(new LabelCard(this))
    , m_adjudication(new AdjudicationRow(this))
{
    m_table->setWordColumns({0, 1, 2, 3});
    layOut();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &DisagreementReader::showCurrent);
    connect(m_table, &PlainTable::rowActivated, m_open, &QPushButton::click);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto *unit = current())
            emit runRequested(LabelTarget(unit->target));
    });
    for (auto *card : {m_by, m_against}) {
        connect(card, &LabelCard::taken, this, [this, card] {
            const auto *unit = current();
            const auto &row = card == m_by ? unit->by : unit->against;
            if (row)
                m_adjudication->take(row->label);
        });
        connect(card, &LabelCard::evidenceRequested, this, [this](const Evidence &evidence) {
            if (const auto *unit = current())
                emit evidenceRequested(LabelTarget(unit->target), evidence);
        });
    }
    connect(m_adjudication, &AdjudicationRow::decided, this, &DisagreementReader::adjudicate);
    setUnits({}, tr("Disagreements"));
}

void DisagreementReader::layOut()
{
    m_open->setAutoDefault(false);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_open);
    auto *split = new QSplitter(Qt::Vertical, this);
    auto *below = new QWidget(split);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(Spacing::normal);
    cards->addWidget(m_by, 1);
    cards->addWidget(m_against, 1);
    auto *reading = new QVBoxLayout(below);
    reading->setContentsMargins(0, Spacing::tight, 0, 0);
    reading->setSpacing(Spacing::normal);
    reading->addLayout(cards, 1);
    reading->addWidget(m_adjudication);
    split->addWidget(m_table);
    split->addWidget(below);
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 3);
    split->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::wide, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(head);
    layout->addWidget(split, 1);
}

void DisagreementReader::setCodebook(const Codebook &codebook)
{
    m_codebook = codebook;
    m_adjudication->setCodebook(codebook);
    fillTable();
    showCurrent();
}

void DisagreementReader::setPair(const QString &by, const QString &against)
{
    m_byName = by;
    m_againstName = against;
    showCurrent();
}

void DisagreementReader::setUnits(std::vector<AgreementUnit> units, const QString &title)
{
    m_units = std::move(units);
    m_title->setText(tr("%1 (%2)").arg(oneLine(title)).arg(m_units.size()));
    m_title->setToolTip(m_title->text());
    for (const auto &unit : m_units) {
        if (unit.by && unit.against) {
            m_byName = unit.by->annotator;
            m_againstName = unit.against->annotator;
            break;
        }
    }
    const auto kept = std::ranges::find(m_units, m_shown, &AgreementUnit::target);
    fillTable();
    go(kept == m_units.end() ? 0 : static_cast<int>(kept - m_units.begin()));
}

void DisagreementReader::setReadOnly(bool readOnly)
{
    m_adjudication->setVisible(!readOnly);
}

void DisagreementReader::fillTable()
{
    const QScopedValueRollback filling(m_isFilling, true);
    std::vector<QStringList> rows;
    rows.reserve(m_units.size());
    for (const auto &unit : m_units) {
        const auto decided = m_decided.find(unit.target);
        rows.push_back({targetTitle(unit.target), titleOf(unit.by), titleOf(unit.against),
            decided == m_decided.end() ? QString() : decided->second});
    }
    m_table->setContent(
        {tr("Task"), oneLine(m_byName, 24), oneLine(m_againstName, 24), tr("Decided")}, std::move(rows));
}

QString DisagreementReader::titleOf(const std::optional<LabelRow> &row) const
{
    if (!row)
        return QStringLiteral("–");
    const auto &label = row->label;
    return codeTitle(m_codebook, label.subcode.isEmpty() ? label.code : label.subcode);
}

const AgreementUnit *DisagreementReader::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < std::ssize(m_units) ? &m_units[static_cast<std::size_t>(row)] : nullptr;
}

void DisagreementReader::showCurrent()
{
    if (m_isFilling)
        return;
    const auto *unit = current();
    for (auto *part : std::initializer_list<QWidget *>{m_by, m_against, m_adjudication, m_open})
        part->setEnabled(unit);
    m_by->showRow(unit ? unit->by : std::nullopt, m_byName, m_codebook);
    m_against->showRow(unit ? unit->against : std::nullopt, m_againstName, m_codebook);
    const auto target = unit ? unit->target : LabelTarget();
    if (std::exchange(m_shown, target) != target)
        m_adjudication->begin();
}

void DisagreementReader::go(int row)
{
    if (row < std::ssize(m_units)) {
        m_table->selectRow(row);
        m_table->scrollTo(m_table->currentIndex());
    }
    showCurrent();
}

/// Goes on to the next unit, whatever follows from the decision.
void DisagreementReader::adjudicate(const Label &label)
{
    const auto *chosen = current();
    if (!chosen)
        return;
    const auto unit = *chosen;
    m_decided[unit.target] = codeTitle(m_codebook, label.subcode.isEmpty() ? label.code : label.subcode);
    emit adjudicated(unit, label);
    const auto at = std::ranges::find(m_units, unit.target, &AgreementUnit::target);
    const auto next = at == m_units.end() ? 0 : static_cast<int>(at - m_units.begin()) + 1;
    fillTable();
    go(std::min(next, std::max(0, static_cast<int>(m_units.size()) - 1)));
}

QStringList DisagreementReader::printedUnits() const
{
    return m_table->printed();
}

QStringList DisagreementReader::printedLabels() const
{
    return m_by->printed() + m_against->printed();
}

} // namespace Decayscope
