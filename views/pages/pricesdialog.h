// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurecatalogue.h>

#include <QDialog>

class QTableWidget;

namespace Decayscope {

/// What a million tokens of each model cost; models without a price are left empty.
class PricesDialog final : public QDialog
{
    Q_OBJECT

public:
    PricesDialog(const QStringList &models, const std::map<QString, TokenPrice> &prices, QWidget *parent = nullptr);

    [[nodiscard]] std::map<QString, TokenPrice> prices() const;
    [[nodiscard]] QTableWidget *table() const { return m_table; }

signals:
    void pricesChosen(const std::map<QString, Decayscope::TokenPrice> &prices);

private:
    void addModel(const QString &model, const TokenPrice *price);
    [[nodiscard]] std::optional<double> priceAt(int row, int column) const;

    QTableWidget *m_table;
};

} // namespace Decayscope
