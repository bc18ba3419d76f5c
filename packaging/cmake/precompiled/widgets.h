// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What nearly every source with widgets reads. Sources include what they use all the same.

#include "core.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QPainter>
#include <QWidget>
