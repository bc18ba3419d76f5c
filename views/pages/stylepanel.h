// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/configuration.h>

#include <QTimer>
#include <QWidget>

class QToolButton;
class QTreeView;

namespace Decayscope {

class StyleModel;

/// Names, colours, lines and order of the configurations; every change is seen at once.
class StylePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit StylePanel(QWidget *parent = nullptr);

    void setStyles(const std::vector<ConfigurationStyle> &styles, bool readOnly);
    [[nodiscard]] StyleModel *model() const { return m_model; }

signals:
    void stylesEdited(const std::vector<ConfigurationStyle> &styles);

private:
    [[nodiscard]] QToolButton *moveButton(const QString &icon, const QString &tip, int by);

    StyleModel *m_model;
    QTreeView *m_view;
    QTimer m_pause; ///< Several edits at once are one.
};

} // namespace Decayscope
