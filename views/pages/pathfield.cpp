// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pathfield.h"

#include "suggestfield.h"

#include <widgets/spacing.h>

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>

namespace Decayscope {

QStringList draggedPaths(const QMimeData &data)
{
    QStringList paths;
    for (const auto &url : data.urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

PathField::PathField(const QString &name, const QString &placeholder, QWidget *parent)
    : QWidget(parent)
    , m_edit(new SuggestField(name, this))
    , m_browse(new QToolButton(this))
{
    m_edit->setPlaceholderText(placeholder);
    m_edit->installEventFilter(this);
    m_browse->setText(tr("Browse …"));
    m_browse->setAccessibleName(tr("Browse for: %1").arg(name));
    m_browse->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_edit);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_browse);
    connect(m_edit, &SuggestField::changed, this, &PathField::pathChanged);
}

QString PathField::path() const
{
    return m_edit->text().trimmed();
}

void PathField::setPath(const QString &path)
{
    if (m_edit->text() != path)
        m_edit->setText(path);
    m_edit->setToolTip(path);
}

void PathField::setRecent(const QStringList &paths)
{
    m_edit->setSuggestions(paths);
}

/// A line edit would take a dropped file as the text of its address.
bool PathField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QWidget::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const auto paths = draggedPaths(*drop->mimeData());
    if (paths.isEmpty())
        return QWidget::eventFilter(watched, event);
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop && paths.size() > 1) {
        emit pathsDropped(paths);
    } else if (event->type() == QEvent::Drop) {
        setPath(paths.front());
        emit pathChanged();
    }
    return true;
}

} // namespace Decayscope
