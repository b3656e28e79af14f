"""A photographed or scanned page made level and evenly lit, with the way back to where everything stood on the original."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from verifier.intake.document import Box

Grey = NDArray[np.uint8]
Matrix = NDArray[np.floating[Any]]

# Degrees: what a feeder or a hand does; below the least it does not pay to turn the image.
_MOST, _LEAST = 4.0, 0.12
_A4 = 297 / 210


@dataclass(frozen=True, slots=True)
class Straight:
    """The straightened image; ``back`` maps its pixels to those of the original."""

    image: Grey
    back: Matrix | None

    def original(self, box: Box) -> Box:
        """The upright rectangle on the original around ``box`` (both in pixels)."""
        if self.back is None:
            return box
        corners = [[box.x0, box.top], [box.x1, box.top], [box.x1, box.bottom], [box.x0, box.bottom]]
        x, y = cv2.perspectiveTransform(np.array([corners], np.float64), self.back)[0].T
        return Box(float(x.min()), float(y.min()), float(x.max()), float(y.max()))


def straighten(image: Grey, photograph: bool) -> Straight:
    """The page level and evenly lit; of a photograph the edges of the paper are looked for first."""
    back: Matrix | None = None
    if photograph:
        corners = paper_corners(image)
        if corners is not None:
            image, back = _flattened(image, corners)
    image = even_light(image)
    angle = skew(image)
    if abs(angle) < _LEAST:
        return Straight(image, back)
    height, width = image.shape
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), [0, 0, 1]])
    level = cv2.warpAffine(image, turn[:2], (width, height), flags=cv2.INTER_LINEAR, borderValue=255)
    undo = np.linalg.inv(turn)
    return Straight(level.astype(np.uint8), undo if back is None else back @ undo)


def even_light(image: Grey) -> Grey:
    """Every part compared with the brightness of the paper around it: shadows and a grey ground go, ink stays."""
    height, width = image.shape
    small = cv2.resize(image, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 21)
    ground = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(image, ground, scale=250).astype(np.uint8)


def skew(image: Grey) -> float:
    """Angle in degrees by which the text must be turned (counter-clockwise) to stand level."""
    scale = min(1.0, 560 / max(image.shape))
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    if not ink.any():
        return 0.0
    coarse = _best_angle(ink, np.arange(-_MOST, _MOST + 0.1, 0.5))
    return _best_angle(ink, np.arange(coarse - 0.36, coarse + 0.4, 0.12))


def _best_angle(ink: NDArray[np.integer[Any] | np.floating[Any]], angles: NDArray[np.float64]) -> float:
    """The angle at which ink gathers most in rows."""
    height, width = ink.shape
    best, sharpest = 0.0, -1.0
    for angle in angles:
        # A shear moves the columns as a turn of a few degrees does, and is cheaper.
        shear = np.array([[1, 0, 0], [-np.tan(np.radians(angle)), 1, np.tan(np.radians(angle)) * width / 2]])
        rows = cv2.reduce(cv2.warpAffine(ink, shear, (width, height), flags=cv2.INTER_NEAREST), 1, cv2.REDUCE_SUM, dtype=cv2.CV_64F).ravel()
        sharpness = float(np.square(np.diff(rows)).sum())
        if sharpness > sharpest:
            best, sharpest = float(angle), sharpness
    return best


def paper_corners(image: Grey) -> NDArray[np.float32] | None:
    """The four corners of a sheet that lies on a darker ground, from the top left clockwise; None when there are none."""
    height, width = image.shape
    scale = 700 / max(height, width)
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    bright = cv2.threshold(closed, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]
    contours, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    hull = cv2.convexHull(max(contours, key=cv2.contourArea))
    share = cv2.contourArea(hull) / float(small.shape[0] * small.shape[1])
    corners = cv2.approxPolyDP(hull, 0.02 * cv2.arcLength(hull, True), True).reshape(-1, 2)
    # A sheet that fills the photograph has no edges to go by, and a bright patch of less than a third is something else.
    if len(corners) != 4 or not 0.33 < share < 0.995 or cv2.contourArea(corners) < 0.93 * cv2.contourArea(hull):
        return None
    total, difference = corners.sum(1), corners[:, 0] - corners[:, 1]
    ordered = [corners[total.argmin()], corners[difference.argmax()], corners[total.argmax()], corners[difference.argmin()]]
    if len({tuple(corner) for corner in ordered}) != 4:
        return None
    return np.array(ordered, np.float32) / np.float32(scale)


def _flattened(image: Grey, corners: NDArray[np.float32]) -> tuple[Grey, Matrix]:
    """The sheet alone, its sides made square, and the way back."""
    top, bottom = np.linalg.norm(corners[1] - corners[0]), np.linalg.norm(corners[2] - corners[3])
    left, right = np.linalg.norm(corners[3] - corners[0]), np.linalg.norm(corners[2] - corners[1])
    width, height = float(max(top, bottom)), float(max(left, right))
    # Seen at an angle a sheet looks shorter than it is; office paper is A4.
    if 0.85 < (height / width) / _A4 < 1.15:
        height = width * _A4
    elif 0.85 < (width / height) / _A4 < 1.15:
        width = height * _A4
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    forward = cv2.getPerspectiveTransform(corners, target)
    flat = cv2.warpPerspective(image, forward, (round(width), round(height)), flags=cv2.INTER_LINEAR, borderValue=255)
    return flat.astype(np.uint8), np.linalg.inv(forward)
