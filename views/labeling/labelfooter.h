// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace Decayscope {

class InlineField;
class PrimaryButton;
struct LabelPanelItem;

/// How the item stands, and what ends the work on it: committing, skipping, flagging.
class LabelFooter final : public QWidget
{
    Q_OBJECT

public:
    explicit LabelFooter(QWidget *parent = nullptr);

    void setItem(const LabelPanelItem &item);
    void openSkip();
    void closeSkip();
    void refuse(const QStringList &problems); ///< Says loudly why it cannot be committed.
    [[nodiscard]] QString statement() const;

signals:
    void flagToggled();
    void skipped(const QString &reason);
    void skipClosed();
    void commitRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void say(const QString &text, bool isLoud);

    QLabel *m_icon;
    QLabel *m_statement;
    InlineField *m_reason;
    QToolButton *m_flag;
    QToolButton *m_skip;
    PrimaryButton *m_commit;
};

} // namespace Decayscope
