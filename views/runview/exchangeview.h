// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/evaluation.h>

#include <QPlainTextEdit>

namespace Decayscope {

/// One request and its answer as they went over the wire, with what the checks made of it.
class ExchangeView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ExchangeView(QWidget *parent = nullptr);

    void setExchange(const HttpExchange &exchange);
    void setNothing(const QString &why);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    HttpExchange m_exchange;
    bool m_isEmpty = true;
};

} // namespace Decayscope
