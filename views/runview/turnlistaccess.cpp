// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "turnlistaccess.h"

#include "turnlistarea.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <unordered_map>

namespace Decayscope {

namespace {

/// One turn.
class TurnAccess final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    TurnAccess(TurnListArea *area, int turn)
        : m_area(area)
        , m_turn(turn)
    { }

    bool isValid() const override { return area() != nullptr; }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_area); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    QString text(QAccessible::Text kind) const override
    {
        const auto *list = area();
        return list && kind == QAccessible::Name ? list->nameOf(m_turn) : QString();
    }

    QRect rect() const override
    {
        const auto *list = area();
        const auto rect = list ? list->visualRect(m_turn) : QRect();
        return rect.isEmpty() ? rect : rect.translated(list->viewport()->mapToGlobal(QPoint()));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        const auto *list = area();
        if (!list) {
            state.invalid = true;
            return state;
        }
        state.selected = list->currentTurn() == m_turn;
        state.focused = state.selected && list->hasFocus();
        state.invisible = !list->isTurnShown(m_turn);
        state.offscreen = list->visualRect(m_turn).isEmpty();
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }

    QStringList actionNames() const override { return {pressAction(), toggleAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    void doAction(const QString &action) override
    {
        auto *list = area();
        if (!list)
            return;
        list->setCurrentTurn(m_turn);
        if (action == toggleAction())
            list->toggleFold();
    }

private:
    /// Null once the list is gone or shows fewer turns.
    [[nodiscard]] TurnListArea *area() const
    {
        auto *list = m_area.data();
        return list && m_turn < list->count() ? list : nullptr;
    }

    QPointer<TurnListArea> m_area;
    int m_turn;
};

/// The list. Items are made as they are asked for.
class TurnListAccess final : public QAccessibleWidget
{
public:
    explicit TurnListAccess(TurnListArea *area)
        : QAccessibleWidget(area, QAccessible::List)
        , m_area(*area)
    { }

    ~TurnListAccess() override
    {
        for (const auto &[turn, id] : m_items)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return m_area.count(); }

    QAccessibleInterface *child(int turn) const override
    {
        if (turn < 0 || turn >= childCount())
            return nullptr;
        const auto known = m_items.find(turn);
        if (known != m_items.end())
            return QAccessible::accessibleInterface(known->second);
        auto *item = new TurnAccess(&m_area, turn);
        m_items.emplace(turn, QAccessible::registerAccessibleInterface(item));
        return item;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_area.turnAt(m_area.viewport()->mapFromGlobal(QPoint(x, y))));
    }

    int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (const auto &[turn, id] : m_items) {
            if (QAccessible::accessibleInterface(id) == wanted)
                return turn;
        }
        return -1;
    }

    QAccessibleInterface *focusChild() const override { return child(m_area.currentTurn()); }

private:
    TurnListArea &m_area; ///< Qt takes this interface away before it.
    mutable std::unordered_map<int, QAccessible::Id> m_items;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *area = qobject_cast<TurnListArea *>(object);
    return area ? new TurnListAccess(area) : nullptr;
}

} // namespace

void installTurnListAccess()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace Decayscope
