export class Classifier {
  identify(photo: string) {
    return this.model.predict(photo);
  }

  constructor(private readonly model: { predict(photo: string): string }) {}
}

export const classifyAll = (classifier: Classifier, photos: string[]) =>
  photos.map((photo) => classifier.identify(photo));
