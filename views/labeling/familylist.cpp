// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "familylist.h"

#include "labelwords.h"
#include "plaintable.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>
#include <widgets/stateoverlay.h>

#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace Decayscope {

FamilyList::FamilyList(QWidget *parent)
    : QWidget(parent)
    , m_summary(quietLabel(this))
    , m_table(new PlainTable(tr("Families of failures"), this))
    , m_details(quietLabel(this))
    , m_open(new QPushButton(tr("Show its runs"), this))
    , m_label(new QPushButton(tr("Label it in a row"), this))
    , m_overlay(new StateOverlay(m_table))
{
    m_table->setWordColumns({0, 2});
    layOut();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &FamilyList::showDetails);
    connect(m_table, &PlainTable::rowActivated, m_open, &QPushButton::click);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto *family = current())
            emit familyChosen(FailureFamily(*family));
    });
    connect(m_label, &QPushButton::clicked, this, [this] {
        if (const auto *family = current())
            emit sampleRequested(FailureFamily(*family));
    });
    setFamilies({});
}

void FamilyList::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::normal);
    m_details->setAccessibleName(tr("The last error of the family"));
    buttons->addWidget(m_details, 1);
    buttons->addWidget(m_open, 0, Qt::AlignTop);
    buttons->addWidget(m_label, 0, Qt::AlignTop);
    for (auto *button : {m_open, m_label})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal, Spacing::wide, Spacing::wide);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

void FamilyList::setFamilies(std::vector<FailureFamily> families)
{
    m_families = std::move(families);
    std::vector<QStringList> rows;
    std::size_t runs = 0;
    std::size_t alone = 0;
    for (const auto &family : m_families) {
        rows.push_back({family.title, QString::number(family.failed), family.violatedRules.join(QStringLiteral(", ")),
            QString::number(family.runs.size())});
        runs += family.runs.size();
        alone += family.runs.size() == 1 ? 1U : 0U;
    }
    m_table->setContent(
        {tr("What its runs have in common"), tr("Failed assertions"), tr("Violated"), tr("Runs")}, rows);
    m_summary->setText(tr("%1 failed runs in %2 families; %3 runs failed like no other. A family only orders the work: "
                          "every run gets a label of its own.")
            .arg(runs)
            .arg(m_families.size())
            .arg(alone));
    m_overlay->setState(m_families.empty()
            ? ViewState::empty(tr("No families yet"), tr("Families are found among the failed runs of the study."))
            : ViewState::ready());
    if (!m_families.empty())
        m_table->selectRow(0);
    showDetails();
}

void FamilyList::setBusy(bool busy)
{
    if (busy)
        m_overlay->setState(ViewState::loading(tr("Comparing how runs failed")));
    else
        setFamilies(std::exchange(m_families, {}));
}

QStringList FamilyList::printed() const
{
    return m_table->printed();
}

QString FamilyList::details() const
{
    return m_details->text();
}

const FailureFamily *FamilyList::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < std::ssize(m_families) ? &m_families[static_cast<std::size_t>(row)] : nullptr;
}

void FamilyList::showDetails()
{
    const auto *family = current();
    m_open->setEnabled(family);
    m_label->setEnabled(family);
    if (!family)
        return m_details->clear();
    m_details->setText(family->signature.isEmpty() ? tr("Its logs name no error.")
                                                   : tr("Last error: %1").arg(oneLine(family->signature, 500)));
}

} // namespace Decayscope
