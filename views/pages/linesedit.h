// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>
#include <QStringList>

namespace Decayscope {

/// A few lines of commands or settings, as high as they are; Tab leads on to the next field.
class LinesEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LinesEdit(const QString &name, QWidget *parent);

    void setLines(const QStringList &lines);
    [[nodiscard]] QStringList lines() const; ///< Blank ones are left out.

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void followLines();
};

} // namespace Decayscope
