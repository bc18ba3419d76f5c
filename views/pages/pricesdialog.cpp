// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricesdialog.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Decayscope {

namespace {

constexpr int modelColumn = 0;
constexpr int inputColumn = 1;
constexpr int outputColumn = 2;

} // namespace

PricesDialog::PricesDialog(const QStringList &models, const std::map<QString, TokenPrice> &prices, QWidget *parent)
    : QDialog(parent)
    , m_table(new QTableWidget(0, 3, this))
{
    setWindowTitle(tr("Prices of tokens"));
    m_table->setAccessibleName(tr("Prices of tokens"));
    m_table->setHorizontalHeaderLabels({tr("Model"), tr("Input"), tr("Output")});
    m_table->horizontalHeader()->setSectionResizeMode(modelColumn, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    for (const auto &model : models) {
        const auto known = prices.find(model);
        addModel(model, known == prices.end() ? nullptr : &known->second);
    }
    auto *words = quietLabel(this);
    words->setText(
        tr("In one currency per million tokens. They go into the figure's recipe; models without both prices "
           "are left out."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit pricesChosen(this->prices());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(words);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(460, 360);
    if (m_table->rowCount() > 0)
        m_table->setCurrentCell(0, inputColumn);
}

void PricesDialog::addModel(const QString &model, const TokenPrice *price)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *name = new QTableWidgetItem(model);
    name->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_table->setItem(row, modelColumn, name);
    const auto text = [](double value) { return QLocale().toString(value, 'g', 10); };
    m_table->setItem(row, inputColumn, new QTableWidgetItem(price ? text(price->input) : QString()));
    m_table->setItem(row, outputColumn, new QTableWidgetItem(price ? text(price->output) : QString()));
}

std::optional<double> PricesDialog::priceAt(int row, int column) const
{
    bool isNumber = false;
    const double value = QLocale().toDouble(m_table->item(row, column)->text().trimmed(), &isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

std::map<QString, TokenPrice> PricesDialog::prices() const
{
    std::map<QString, TokenPrice> prices;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto input = priceAt(row, inputColumn);
        const auto output = priceAt(row, outputColumn);
        if (input && output)
            prices[m_table->item(row, modelColumn)->text()] = {.input = *input, .output = *output};
    }
    return prices;
}

} // namespace Decayscope
