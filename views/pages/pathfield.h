// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QMimeData;
class QToolButton;

namespace Decayscope {

class SuggestField;

/// A path to be typed, dropped, browsed for, or taken from those used before.
class PathField final : public QWidget
{
    Q_OBJECT

public:
    /// `name` is what the path is of.
    PathField(const QString &name, const QString &placeholder, QWidget *parent);

    [[nodiscard]] QString path() const;
    void setPath(const QString &path); ///< Emits nothing.
    void setRecent(const QStringList &paths);
    [[nodiscard]] QToolButton *browseButton() const { return m_browse; }
    [[nodiscard]] SuggestField *edit() const { return m_edit; }

signals:
    void pathChanged(); ///< By the user.
    void pathsDropped(const QStringList &paths); ///< More than one.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    SuggestField *m_edit;
    QToolButton *m_browse;
};

/// The local files and folders that were dragged; empty for anything else.
[[nodiscard]] QStringList draggedPaths(const QMimeData &data);

} // namespace Decayscope
