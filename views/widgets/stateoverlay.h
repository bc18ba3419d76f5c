// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QWidget>

namespace Decayscope {

/// How far a view is with showing something.
struct ViewState
{
    enum class Kind : quint8 { Ready, Loading, Empty, Failed };

    Kind kind = Kind::Ready;
    QString title; ///< A few words.
    QString text; ///< A sentence that helps.

    bool operator==(const ViewState &) const = default;

    [[nodiscard]] static ViewState ready() { return {}; }
    [[nodiscard]] static ViewState loading(const QString &title) { return {Kind::Loading, title, {}}; }
    [[nodiscard]] static ViewState empty(const QString &title, const QString &text)
    {
        return {Kind::Empty, title, text};
    }
    [[nodiscard]] static ViewState failed(const QString &title, const QString &text)
    {
        return {Kind::Failed, title, text};
    }
};

/// Covers a view that has nothing to show yet, and says calmly why. A view that already shows something keeps
/// showing it while it loads anew.
class StateOverlay final : public QWidget
{
    Q_OBJECT

public:
    explicit StateOverlay(QWidget *covered);

    void setState(const ViewState &state);
    [[nodiscard]] const ViewState &state() const { return m_state; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    ViewState m_state;
};

} // namespace Decayscope
