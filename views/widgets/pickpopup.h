// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QVariant>

#include <vector>

class QLineEdit;
class QListWidget;

namespace Decayscope {

/// A list to pick one thing from by typing parts of its words. Stands over the window's upper half until something is
/// picked or Escape is pressed.
class PickPopup : public QFrame
{
    Q_OBJECT

public:
    struct Pick
    {
        QString text;
        QString tip;
        QString icon; ///< Name of a themed icon; empty for none.
        QVariant data;
    };

    PickPopup(const QString &name, QWidget *window);

    void open();
    void setQuery(const QString &words);
    [[nodiscard]] QStringList offered() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

    /// What to offer for what was typed, best first.
    [[nodiscard]] virtual std::vector<Pick> picksFor(const QString &words) const = 0;
    virtual void choose(const Pick &pick) = 0;

    /// Whether a text holds all the words, in any case.
    [[nodiscard]] static bool mentions(const QString &text, const QString &words);

private:
    void refill();
    void pick();

    QLineEdit *m_query;
    QListWidget *m_list;
    std::vector<Pick> m_picks;
};

} // namespace Decayscope
