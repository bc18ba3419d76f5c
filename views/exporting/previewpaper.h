// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <charts/colorvision.h>
#include <figures/figurespec.h>
#include <publishing/figurelook.h>

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace Decayscope {

/// A piece of paper with a figure and its caption as a paper would show them. However often it is told of changes, it
/// paints the newest once.
class PreviewPaper final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPaper(QWidget *parent = nullptr);

    void setFigure(const FigureSpec &figure, const FigureLook &look);
    void setCaption(const QString &caption);
    void setVision(ColorVision vision);
    void setDotsPerInch(double dots); ///< Device-independent ones.

    /// The width of the sheet in inches: the figure and its margins.
    [[nodiscard]] double sheetWidth() const;
    [[nodiscard]] QSizeF sheetSize() const; ///< Inches, with the caption.

    /// The figure in the vision chosen; null where it cannot be painted.
    [[nodiscard]] const QImage &picture() const { return m_picture; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void sheetChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void render();
    [[nodiscard]] QFont captionFont() const;
    [[nodiscard]] double captionHeight() const; ///< Inches.

    FigureSpec m_figure;
    FigureLook m_look;
    QString m_caption;
    ColorVision m_vision = ColorVision::Full;
    double m_dotsPerInch = 96;
    QImage m_picture;
    QTimer m_waiting;
};

} // namespace Decayscope
