// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

class QAction;
class QStringListModel;

namespace Decayscope {

/// A line to type into that offers what was or could be written there: what contains the typed text while one types,
/// all of it by the arrow in it or the Down key.
class SuggestField final : public QLineEdit
{
    Q_OBJECT

public:
    /// `name` is what is asked for.
    explicit SuggestField(const QString &name, QWidget *parent = nullptr);

    void setSuggestions(const QStringList &texts);
    [[nodiscard]] QStringList suggestions() const;

signals:
    void changed(); ///< By the user: typed or taken from the list.

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showAll();

    QStringListModel *m_texts;
    QAction *m_arrow;
};

} // namespace Decayscope
